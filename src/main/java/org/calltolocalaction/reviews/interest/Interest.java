package org.calltolocalaction.reviews.interest;

import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.identity.Person;

/** Why a reviewer keeps out of what a government submits, in their own words. */
public record Interest(Person reviewer, String reason, Instant declaredAt, Optional<Instant> withdrawnAt) {

	/** Whether it still keeps the reviewer out. */
	public boolean present() {
		return withdrawnAt.isEmpty();
	}

}
