package org.calltolocalaction.kernel.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the desk waits for its database before it says that the database is away. Both
 * together, and the page that says so, have to stay below the three seconds within which
 * every page answers.
 *
 * @param silence how long the simplest of all questions may go without an answer
 * @param pause between two such questions
 */
@ConfigurationProperties("desk.database")
record Patience(@DefaultValue("1500ms") Duration silence, @DefaultValue("300ms") Duration pause) {

	/** As the driver counts. */
	int silenceInSeconds() {
		return (int) Math.max(1, silence.plusMillis(999).toSeconds());
	}

}
