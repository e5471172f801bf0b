package org.calltolocalaction.pledges.drafting.web;

import org.calltolocalaction.editions.CallStatus;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.progress.ExpectedDays.ExpectedDay;
import org.calltolocalaction.pledges.signoff.DraftSignOff;
import org.jspecify.annotations.Nullable;

/**
 * What stands on every page of a draft: whose it is, for which edition it would count,
 * and whether its head of government approved it.
 *
 * @param expected by when a government that was asked for changes is to submit it anew;
 * null where there is no such day
 */
record DraftFrame(Pledge pledge, Government government, CallStatus call, Placement countsFor,
		@Nullable ExpectedDay expected, DraftSignOff signOff) {

	/** Where the files are that belong to its answers. */
	public String filesAddress() {
		return filesAddress(pledge);
	}

	static String filesAddress(Pledge pledge) {
		return "/my/pledges/" + pledge.reference() + "/files";
	}

	/** Where one part of a draft is filled. */
	static String address(Pledge pledge, String part) {
		return "/my/pledges/" + pledge.reference() + "/sections/" + part;
	}

	/**
	 * The same for whoever comes from checking the answers: it says what is wrong, and
	 * leads back there.
	 */
	static String checkedAddress(Pledge pledge, String part) {
		return address(pledge, part) + "?check=true";
	}

}
