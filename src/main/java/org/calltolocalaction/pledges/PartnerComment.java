package org.calltolocalaction.pledges;

import java.time.Instant;
import org.calltolocalaction.vocabulary.PartnerCode;

/** What a partner wrote to the government about one revision. */
public record PartnerComment(PartnerCode partner, int revision, String comment, Instant at) {
}
