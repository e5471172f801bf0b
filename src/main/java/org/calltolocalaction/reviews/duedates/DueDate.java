package org.calltolocalaction.reviews.duedates;

import java.time.Instant;
import java.util.UUID;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * When somebody is to have reviewed a pledge.
 *
 * @param review names the review
 * @param revision grows whenever the review changes
 * @param changed when the date was set or moved last
 * @param standingIn whether it is a colleague's, who is away
 */
public record DueDate(UUID review, PledgeReference reference, Instant due, int revision, Instant changed,
		boolean standingIn) {
}
