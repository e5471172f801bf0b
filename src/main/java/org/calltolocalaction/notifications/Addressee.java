package org.calltolocalaction.notifications;

import java.util.Set;

/**
 * The role in which a person gets a mail. A person who has lost it when their digest is
 * written does not get the mail any more.
 */
public enum Addressee {

	/** Who acts for the government of which the mail speaks. */
	MEMBERS(Capacity.GOVERNMENT),

	/** Who reviews for a partner. */
	REVIEWERS(Capacity.PARTNER),

	/** Who answers for a partner's reviews, or stands in for such a person. */
	LEADS(Capacity.LEAD, Capacity.PARTNER),

	/** Who runs the desk. */
	COORDINATORS(Capacity.COORDINATOR),

	/**
	 * Who may agree that somebody acts for a government: its members, and who runs the
	 * desk.
	 */
	WHO_LETS_IN(Capacity.GOVERNMENT, Capacity.COORDINATOR),

	/** Who reviews for a partner or runs the desk. */
	DISCUSSANTS(Capacity.PARTNER, Capacity.COORDINATOR),

	/** Whoever it is: the mail speaks of nothing but themselves. */
	ANYBODY;

	private final Set<String> kinds;

	Addressee(String... kinds) {
		this.kinds = Set.of(kinds);
	}

	/**
	 * Of all that a person is, that by which they get such a mail. A lead gets one as a
	 * lead, and not as a reviewer.
	 */
	public Capacity of(Capacity person) {
		Capacity of = person.only(kinds);
		return this == LEADS && of.isAny(Capacity.LEAD) ? of.only(Set.of(Capacity.LEAD)) : of;
	}

	/**
	 * Whether somebody may still have such a mail.
	 * @param then by what they got it when it was written
	 * @param now what they are
	 */
	public boolean stillReaches(Capacity then, Capacity now) {
		return this == ANYBODY || then.only(kinds).hasOneOf(now);
	}

}
