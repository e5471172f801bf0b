package org.calltolocalaction.notifications;

import java.util.Locale;

/** What a mail tells, and to whom. */
public enum MailKind {

	/** To the government's members. */
	RECEIPT, CHANGES_REQUESTED, CHANGES_REMINDER, ACCEPTED, DECLINED, CARRIED_OVER, INCLUDED, DEADLINE_REMINDER,

	/** To reviewers. */
	REVIEW_WAITING, REVIEW_OVERDUE, OPEN_REVIEWS, OUTSTANDING_REVIEWS,

	/** To whoever is invited to a government, and to who was removed from one. */
	INVITATION, MEMBER_REMOVED,

	/** To coordinators. */
	REVIEW_ESCALATED, DECISION_WAITING;

	/** How the keys name it, such as {@code changes-requested}. */
	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
