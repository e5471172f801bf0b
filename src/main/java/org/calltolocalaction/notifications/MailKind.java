package org.calltolocalaction.notifications;

import java.util.Locale;
import java.util.Set;
import org.calltolocalaction.identity.MailPreference;

/** The kinds of mails: each has its subject, its addressees, and whether it can wait. */
public enum MailKind {

	RECEIPT(Addressee.MEMBERS, Matter.ALWAYS_SENT), CHANGES_REQUESTED(Addressee.MEMBERS, Matter.ASKS_FOR_ACTION),
	CHANGES_REMINDER(Addressee.MEMBERS, Matter.ASKS_FOR_ACTION), REVIVED(Addressee.MEMBERS, Matter.ASKS_FOR_ACTION),
	SIGNED_OFF(Addressee.MEMBERS, Matter.ASKS_FOR_ACTION), ACCEPTED(Addressee.MEMBERS, Matter.TELLS),
	DECLINED(Addressee.MEMBERS, Matter.TELLS), CARRIED_OVER(Addressee.MEMBERS, Matter.TELLS),
	PLACEMENT_RESTORED(Addressee.MEMBERS, Matter.TELLS), PLACE_CHANGED(Addressee.MEMBERS, Matter.TELLS),
	INCLUDED(Addressee.MEMBERS, Matter.TELLS), LEFT_OUT(Addressee.MEMBERS, Matter.ALWAYS_SENT),
	WITHDRAWN(Addressee.MEMBERS, Matter.ALWAYS_SENT), REVIEWED_AGAIN(Addressee.MEMBERS, Matter.ALWAYS_SENT),
	UNPUBLISHED(Addressee.MEMBERS, Matter.ALWAYS_SENT), PUBLISHED_AGAIN(Addressee.MEMBERS, Matter.TELLS),
	DEADLINE_REMINDER(Addressee.MEMBERS, Matter.ASKS_FOR_ACTION), DEADLINE_MOVED(Addressee.MEMBERS, Matter.ALWAYS_SENT),

	CALL_CLOSED(Addressee.MEMBERS, Matter.TELLS),

	EXTENDED(Addressee.MEMBERS, Matter.ALWAYS_SENT), EXTENSION_REMINDER(Addressee.MEMBERS, Matter.ASKS_FOR_ACTION),
	EXTENSION_ENDED(Addressee.MEMBERS, Matter.ALWAYS_SENT),

	/** A coordinator reminds, or writes to, those of many pledges at once. */
	PLEDGES_REMINDER(Addressee.MEMBERS, Matter.ASKS_FOR_ACTION),
	WORK_REMINDER(Addressee.REVIEWERS, Matter.ASKS_FOR_ACTION), COORDINATORS_MESSAGE(Addressee.MEMBERS, Matter.PRESSES),

	/** To whoever was reminded of a call's deadline, whose opening was taken back. */
	OPENING_TAKEN_BACK(Addressee.ANYBODY, Matter.ALWAYS_SENT),

	REVIEW_WAITING(Addressee.REVIEWERS, Matter.ASKS_FOR_ACTION),
	REVIEW_OVERDUE(Addressee.REVIEWERS, Matter.ASKS_FOR_ACTION),
	OPEN_REVIEWS(Addressee.REVIEWERS, Matter.ASKS_FOR_ACTION),
	OUTSTANDING_REVIEWS(Addressee.REVIEWERS, Matter.ASKS_FOR_ACTION),
	REVIEWS_GIVEN(Addressee.REVIEWERS, Matter.PRESSES), REVIEWS_MOVED_ON(Addressee.REVIEWERS, Matter.TELLS),
	REVIEWS_REMINDER(Addressee.REVIEWERS, Matter.ASKS_FOR_ACTION),
	STAND_IN(Addressee.REVIEWERS, Matter.ASKS_FOR_ACTION), NEW_REVIEW_REQUESTED(Addressee.REVIEWERS, Matter.PRESSES),
	REVIEW_CALLED_OFF(Addressee.REVIEWERS, Matter.TELLS), ABSENCE_ENTERED(Addressee.REVIEWERS, Matter.PRESSES),
	ABSENCE_ENDED(Addressee.REVIEWERS, Matter.PRESSES), PARTNER_ADDED(Addressee.REVIEWERS, Matter.PRESSES),
	PARTNER_RELEASED(Addressee.REVIEWERS, Matter.PRESSES),

	REVIEW_STILL_OVERDUE(Addressee.LEADS, Matter.PRESSES),

	/**
	 * To whoever is invited to a government, asked to join it, or was removed from it.
	 */
	INVITATION(Addressee.ANYBODY, Matter.ALWAYS_SENT), MEMBER_REMOVED(Addressee.ANYBODY, Matter.ALWAYS_SENT),
	JOIN_AGREED(Addressee.ANYBODY, Matter.ALWAYS_SENT), JOIN_REFUSED(Addressee.ANYBODY, Matter.ALWAYS_SENT),

	/** To whom coordinators give a role, and whose account they suspend. */
	ROLE_GIVEN(Addressee.ANYBODY, Matter.ALWAYS_SENT), SUSPENDED(Addressee.ANYBODY, Matter.ALWAYS_SENT),
	SUSPENSION_LIFTED(Addressee.ANYBODY, Matter.ALWAYS_SENT),

	/**
	 * That coordinators have confirmed their government, ask it something, or refuse it.
	 */
	GOVERNMENT_CONFIRMED(Addressee.MEMBERS, Matter.ALWAYS_SENT),
	GOVERNMENT_ASKED(Addressee.MEMBERS, Matter.ALWAYS_SENT), GOVERNMENT_REFUSED(Addressee.MEMBERS, Matter.ALWAYS_SENT),

	/**
	 * That two governments were found to be the same, that theirs was closed or opened
	 * again, and that coordinators corrected what it says of itself, or did not accept
	 * what it asked for.
	 */
	GOVERNMENTS_MERGED(Addressee.MEMBERS, Matter.ALWAYS_SENT), GOVERNMENT_CLOSED(Addressee.MEMBERS, Matter.ALWAYS_SENT),
	GOVERNMENT_REOPENED(Addressee.MEMBERS, Matter.ALWAYS_SENT),
	GOVERNMENT_CORRECTED(Addressee.MEMBERS, Matter.ALWAYS_SENT),
	GOVERNMENT_CHANGE_REFUSED(Addressee.MEMBERS, Matter.ALWAYS_SENT),

	/** To those who may answer it, and to the colleagues of who came or went. */
	JOIN_REQUESTED(Addressee.WHO_LETS_IN, Matter.ASKS_FOR_ACTION), MEMBER_JOINED(Addressee.MEMBERS, Matter.TELLS),
	MEMBER_LEFT(Addressee.MEMBERS, Matter.TELLS),

	/** The same again, while nobody answers; and at last to the coordinators. */
	JOIN_REQUEST_REMINDER(Addressee.WHO_LETS_IN, Matter.ASKS_FOR_ACTION),
	JOIN_REQUEST_UNANSWERED(Addressee.COORDINATORS, Matter.ASKS_FOR_ACTION),

	REVIEW_ESCALATED(Addressee.COORDINATORS, Matter.PRESSES),
	DECISION_WAITING(Addressee.COORDINATORS, Matter.ASKS_FOR_ACTION), WITHDRAWAL(Addressee.COORDINATORS, Matter.TELLS),
	CONSENT_CHANGED(Addressee.COORDINATORS, Matter.TELLS),

	/** To a reviewer or coordinator whom a colleague calls by name. */
	MENTIONED(Addressee.DISCUSSANTS, Matter.ALWAYS_SENT),

	/** To whoever wants one mail a day: the others. */
	DIGEST(Addressee.ANYBODY, Matter.ALWAYS_SENT),

	/** To whoever several notices are due at the same time: all of them. */
	TOGETHER(Addressee.ANYBODY, Matter.ALWAYS_SENT);

	/** What timers tell of, which fall due together. */
	private static final Set<MailKind> TOLD_TOGETHER = Set.of(CHANGES_REMINDER, REVIEW_OVERDUE, REVIEW_STILL_OVERDUE,
			REVIEW_ESCALATED, DECISION_WAITING);

	/** A draft's title, or what the head of a government said of it. */
	private static final Set<MailKind> SPEAK_OF_DRAFTS = Set.of(SIGNED_OFF, DEADLINE_REMINDER, DEADLINE_MOVED,
			EXTENSION_REMINDER, DIGEST);

	private enum Matter {

		/** Somebody relies on having it at once. */
		ALWAYS_SENT,

		/**
		 * Others waited long enough, or somebody turns to the reader by name: no digest
		 * holds it back.
		 */
		PRESSES,

		/** The reader has to do something. */
		ASKS_FOR_ACTION,

		/** Good to know. */
		TELLS

	}

	private final Addressee addressee;

	private final Matter matter;

	MailKind(Addressee addressee, Matter matter) {
		this.addressee = addressee;
		this.matter = matter;
	}

	/** As whom people get it, and so who may not have it any more. */
	public Addressee addressee() {
		return addressee;
	}

	/** Whether it is sent at once whatever the reader chose. */
	boolean alwaysSent() {
		return matter == Matter.ALWAYS_SENT || matter == Matter.PRESSES;
	}

	/** Whether it asks the reader to do something. */
	boolean asksForAction() {
		return matter == Matter.ASKS_FOR_ACTION || matter == Matter.PRESSES;
	}

	/**
	 * Whether somebody may have no more of them who wants only what needs them: what only
	 * tells something, and the mail that brings all others.
	 */
	public boolean mayBeLeftOut() {
		return matter == Matter.TELLS || this == DIGEST;
	}

	/**
	 * Whether the digest lists the review instead of quoting the mail: as it is then, not
	 * as it was when it was written.
	 */
	public boolean announcesReview() {
		return this == REVIEW_WAITING || this == REVIEW_OVERDUE;
	}

	/** Whether several of them to one reader, of one kind or another, become one mail. */
	boolean toldTogether() {
		return TOLD_TOGETHER.contains(this);
	}

	/** Whether what it says are other mails. */
	public boolean bringsOthers() {
		return this == DIGEST || this == TOGETHER;
	}

	/**
	 * Whether it may quote what was not submitted, which only the government reads. A
	 * mail that brings others does where one of them does.
	 */
	public boolean speaksOfDrafts() {
		return SPEAK_OF_DRAFTS.contains(this);
	}

	/**
	 * Whether it may be sent to an address that a coordinator types: neither what may
	 * quote a draft, nor what speaks of its reader alone or lets the address itself in,
	 * as an invitation does.
	 */
	public boolean mayGoElsewhere() {
		return !speaksOfDrafts() && !bringsOthers() && addressee != Addressee.ANYBODY;
	}

	/** What becomes of such a mail to a reader who chose so. */
	public MailState stateFor(MailPreference preference) {
		MailState atOnce = toldTogether() ? MailState.GATHERED : MailState.OUTGOING;
		return alwaysSent() ? atOnce : switch (preference.choice()) {
			case EVERYTHING -> atOnce;
			case DIGEST -> MailState.HELD;
			case WHAT_NEEDS_ME -> asksForAction() ? atOnce : MailState.DROPPED;
		};
	}

	/** How the keys name it, such as {@code changes-requested}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
