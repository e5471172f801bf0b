package org.calltolocalaction.registry;

import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;

/** One pledge as the public list shows it. */
public record PublishedPledge(PledgeReference reference, EditionYear edition, int revision, String title,
		String summary, String language, String government, String country, String region, String stage) {
}
