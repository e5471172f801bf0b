package org.calltolocalaction.notifications.context;

import java.time.Instant;
import org.calltolocalaction.pledges.PledgeReference;

/** A review that a partner still owes, as a list of them shows it. */
public record OpenReview(PledgeReference reference, String title, String government, Instant dueAt) {
}
