package org.calltolocalaction.notifications;

import java.util.Set;

/** As whom somebody gets a mail. Who is that no longer when their digest is written does not get it any more. */
enum Addressee {

	/** Who acts for the government of which the mail speaks. */
	MEMBERS(Standing.GOVERNMENT),

	/** Who reviews for a partner. */
	REVIEWERS(Standing.PARTNER),

	/** Who answers for a partner's reviews, or stands in for such a person. */
	LEADS(Standing.LEAD, Standing.PARTNER),

	/** Who runs the desk. */
	COORDINATORS(Standing.COORDINATOR),

	/** Who reviews for a partner or runs the desk. */
	DISCUSSANTS(Standing.PARTNER, Standing.COORDINATOR),

	/** Whoever it is: the mail speaks of nothing but themselves. */
	ANYBODY;

	private final Set<String> kinds;

	Addressee(String... kinds) {
		this.kinds = Set.of(kinds);
	}

	/** Of all that a person is, that by which they get such a mail. A lead gets one as a lead, and not as a reviewer. */
	Standing of(Standing person) {
		Standing of = person.only(kinds);
		return this == LEADS && of.isAny(Standing.LEAD) ? of.only(Set.of(Standing.LEAD)) : of;
	}

	/**
	 * Whether somebody may still have such a mail.
	 * @param then by what they got it when it was written
	 * @param now what they are
	 */
	boolean stillReaches(Standing then, Standing now) {
		return this == ANYBODY || then.only(kinds).hasOneOf(now);
	}

}
