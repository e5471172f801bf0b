package org.calltolocalaction.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Counts what is asked of the database, so that a test can say that twice as much needs
 * no more questions.
 */
public final class Statements {

	private static final List<String> SAID_BY = List.of("org.hibernate.SQL",
			"org.springframework.jdbc.core.JdbcTemplate");

	private Statements() {
	}

	/** How many statements this takes. */
	public static long during(Runnable what) {
		ListAppender<ILoggingEvent> said = new ListAppender<>();
		List<Logger> loggers = SAID_BY.stream().map(name -> (Logger) LoggerFactory.getLogger(name)).toList();
		List<Level> before = Stream.of(loggers).flatMap(List::stream).map(Logger::getEffectiveLevel).toList();
		said.start();
		loggers.forEach(logger -> {
			logger.addAppender(said);
			logger.setAdditive(false);
			logger.setLevel(Level.DEBUG);
		});
		try {
			what.run();
		}
		finally {
			for (int number = 0; number < loggers.size(); number++) {
				loggers.get(number).detachAppender(said);
				loggers.get(number).setAdditive(true);
				loggers.get(number).setLevel(before.get(number));
			}
		}
		return said.list.stream()
			.map(ILoggingEvent::getFormattedMessage)
			.filter(line -> !line.startsWith("Executing SQL") && !line.startsWith("Executing prepared SQL query"))
			.count();
	}

}
