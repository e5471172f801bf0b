package org.calltolocalaction.coordination.consistency;

/** Of which kinds the differences are that a check can find. */
public enum Difference {

	/** A partner's review is open, and the process does not wait for it. */
	REVIEW_WITHOUT_TASK(true),

	/** The process waits for a partner's review that is not open. */
	TASK_WITHOUT_REVIEW(true),

	/** A pledge is under way, and has no process that moves it on. */
	PLEDGE_WITHOUT_PROCESS(false),

	/** A pledge counts as included, and stands in no report. */
	INCLUDED_WITHOUT_PLACE(false),

	/** A pledge stands in a report, and does not count as included. */
	PLACE_WITHOUT_INCLUSION(false),

	/** A mail is to be sent, and nobody is going to take it. */
	MAIL_SENT_BY_NOBODY(true),

	/** Mails are held for a digest that nobody writes. */
	DIGEST_BY_NOBODY(true),

	/** The coordinators' lists say something else of a pledge than what is so. */
	LINE_IS_WRONG(true);

	private final boolean repairable;

	Difference(boolean repairable) {
		this.repairable = repairable;
	}

	/** Whether there is a repair by button. */
	public boolean repairable() {
		return repairable;
	}

}
