package org.calltolocalaction.reviews.offline;

import java.net.URI;
import org.calltolocalaction.pledges.PledgeReference;

/** An open review as a row of the spreadsheet shows it, before it is filled in. */
record SheetReview(PledgeReference reference, int revision, String title, String government, URI address) {
}
