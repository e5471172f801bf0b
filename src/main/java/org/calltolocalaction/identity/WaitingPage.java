package org.calltolocalaction.identity;

import java.util.Optional;

/**
 * Something that may wait for a person's answer, which they see first when they have
 * signed in. A port, because signing in knows nothing of what people do here.
 */
public interface WaitingPage {

	/** The path of the page on which the person answers; empty where nothing waits. */
	Optional<String> of(Person person);

}
