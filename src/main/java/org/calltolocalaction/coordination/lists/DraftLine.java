package org.calltolocalaction.coordination.lists;

import java.time.Instant;
import org.calltolocalaction.pledges.PledgeReference;

/** A draft as the coordinators' list shows it: whose it is, and nothing that it says. */
public record DraftLine(PledgeReference reference, String government, String country, String section, Instant begunAt,
		Instant changedAt) {
}
