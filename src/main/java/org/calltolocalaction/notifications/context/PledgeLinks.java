package org.calltolocalaction.notifications.context;

import org.calltolocalaction.pledges.PledgeReference;

/** The pages on which a reader of a mail finds the pledge that it is about. */
public final class PledgeLinks {

	private PledgeLinks() {
	}

	/** For those who act for its government. */
	public static String ofMembers(PledgeReference reference) {
		return "/my/pledges/" + reference;
	}

	/** For those who judge it. */
	public static String ofReviewers(PledgeReference reference) {
		return "/reviews/" + reference;
	}

	/** For those who run the desk. */
	public static String ofCoordinators(PledgeReference reference) {
		return "/coordination/pledges/" + reference;
	}

}
