package org.calltolocalaction.reviews.judging.web;

import java.io.Serializable;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.reviews.Refusal;

/** Why something was not done, as the page of the review says it at its top. */
record Obstacle(String messageKey, Object[] arguments) implements Serializable {

	static Obstacle of(Refusal refusal, People people) {
		return new Obstacle(refusal.messageKey(), refusal.arguments(id -> people.person(id).name()));
	}

}
