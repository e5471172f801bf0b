package org.calltolocalaction.pledges.progress.web;

import java.util.List;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.Receipt;
import org.calltolocalaction.pledges.progress.ExpectedDays.ExpectedDay;
import org.jspecify.annotations.Nullable;

/**
 * What a member sees of a pledge that cannot be changed now.
 *
 * @param receipts of all its revisions, oldest first
 * @param continuedBy the government's pledges that go on with it
 * @param progress null for a pledge that was published before this system existed
 * @param expected by when what it waits for is to be done; null where no day is set
 */
public record StatusPage(Pledge pledge, Government government, String title, List<Receipt> receipts,
		SubmittedPledge.View submitted, Placement countsFor, List<Pledge> continuedBy,
		ProgressPages.@Nullable View progress, @Nullable ExpectedDay expected, boolean withdrawable,
		boolean revivable) {

	/** Where the files are that belong to its answers. */
	public String filesAddress() {
		return "/my/pledges/" + pledge.reference() + "/files";
	}

}
