package org.calltolocalaction.coordination.lists;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.reviews.Recommendation;
import org.calltolocalaction.reviews.ReviewState;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * A submitted pledge as the coordinators' lists show it.
 *
 * @param countsFor none where it waits for the next edition
 * @param waitingSince since when somebody is asked to do something
 * @param dueAt when the first of the open reviews is due
 * @param reviews the newest of each partner, where the list asks for them
 */
public record PledgeLine(PledgeReference reference, Step step, PledgeState state, Timeliness timeliness,
		Optional<EditionYear> countsFor, String government, String country, String section, String title,
		String language, Instant firstSubmittedAt, Instant changedAt, Optional<WaitsFor> waitsFor,
		Optional<Instant> waitingSince, Optional<Instant> dueAt, boolean mailFailed, List<PartnerReview> reviews) {

	/** One partner's part in it. */
	public record PartnerReview(PartnerCode partner, ReviewState state, Optional<Recommendation> recommendation,
			Instant dueAt) {

		public boolean open() {
			return state == ReviewState.OPEN;
		}

	}

	PledgeLine with(List<PartnerReview> theirs) {
		return new PledgeLine(reference, step, state, timeliness, countsFor, government, country, section, title,
				language, firstSubmittedAt, changedAt, waitsFor, waitingSince, dueAt, mailFailed, theirs);
	}

	/** The partners for whose reviews it waits. */
	public List<PartnerReview> openReviews() {
		return reviews.stream().filter(PartnerReview::open).toList();
	}

}
