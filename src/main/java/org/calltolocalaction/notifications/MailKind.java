package org.calltolocalaction.notifications;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.calltolocalaction.identity.MailPreference;

/** What a mail tells, to whom, and whether it can wait. */
public enum MailKind {

	/** To the government's members. */
	RECEIPT(Matter.ALWAYS_SENT), CHANGES_REQUESTED(Matter.ASKS_FOR_ACTION), CHANGES_REMINDER(Matter.ASKS_FOR_ACTION),
	REVIVED(Matter.ASKS_FOR_ACTION), ACCEPTED(Matter.TELLS), DECLINED(Matter.TELLS), CARRIED_OVER(Matter.TELLS), RETURNED(Matter.TELLS),
	INCLUDED(Matter.TELLS), LOOKED_AT_AGAIN(Matter.ALWAYS_SENT),
	DEADLINE_REMINDER(Matter.ASKS_FOR_ACTION),

	/** To reviewers. */
	REVIEW_WAITING(Matter.ASKS_FOR_ACTION), REVIEW_OVERDUE(Matter.ASKS_FOR_ACTION),
	OPEN_REVIEWS(Matter.ASKS_FOR_ACTION), OUTSTANDING_REVIEWS(Matter.ASKS_FOR_ACTION),
	REVIEWS_GIVEN(Matter.PRESSES), REVIEWS_MOVED_ON(Matter.TELLS), REVIEWS_REMINDER(Matter.ASKS_FOR_ACTION),
	STAND_IN(Matter.ASKS_FOR_ACTION), REVIEW_REOPENED(Matter.PRESSES), ABSENCE_ENTERED(Matter.PRESSES),
	ABSENCE_ENDED(Matter.PRESSES),

	/** To a partner's leads. */
	REVIEW_STILL_OVERDUE(Matter.PRESSES),

	/** To whoever is invited to a government, and to who was removed from one. */
	INVITATION(Matter.ALWAYS_SENT), MEMBER_REMOVED(Matter.ALWAYS_SENT),

	/** To coordinators. */
	REVIEW_ESCALATED(Matter.PRESSES), DECISION_WAITING(Matter.ASKS_FOR_ACTION),

	/** To a reviewer or coordinator whom a colleague calls by name. */
	MENTIONED(Matter.ALWAYS_SENT),

	/** To whoever wants one mail a day: the others. */
	DIGEST(Matter.ALWAYS_SENT);

	private enum Matter {

		/** Somebody relies on having it at once. */
		ALWAYS_SENT,

		/** Others waited long enough, or somebody turns to the reader by name: no digest holds it back. */
		PRESSES,

		/** The reader has to do something. */
		ASKS_FOR_ACTION,

		/** Good to know. */
		TELLS

	}

	private final Matter matter;

	MailKind(Matter matter) {
		this.matter = matter;
	}

	/** Whether it is sent at once whatever the reader chose. */
	public boolean alwaysSent() {
		return matter == Matter.ALWAYS_SENT || matter == Matter.PRESSES;
	}

	/** Whether it asks the reader to do something. */
	public boolean asksForAction() {
		return matter == Matter.ASKS_FOR_ACTION || matter == Matter.PRESSES;
	}

	/** Whether the digest lists the review instead of quoting the mail: as it is then, not as it was when it was written. */
	boolean announcesReview() {
		return this == REVIEW_WAITING || this == REVIEW_OVERDUE;
	}

	/** Those that speak of a government's pledges: nobody who lost access to them may still get one. */
	static Set<MailKind> toMembers() {
		return EnumSet.range(RECEIPT, DEADLINE_REMINDER);
	}

	/** What becomes of such a mail to a reader who chose so. */
	MailState stateFor(MailPreference preference) {
		return alwaysSent() ? MailState.OUTGOING : switch (preference.choice()) {
			case EVERYTHING -> MailState.OUTGOING;
			case DIGEST -> MailState.HELD;
			case WHAT_NEEDS_ME -> asksForAction() ? MailState.OUTGOING : MailState.DROPPED;
		};
	}

	/** How the keys name it, such as {@code changes-requested}. */
	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
