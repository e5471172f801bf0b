package org.calltolocalaction.coordination;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.reviews.Review;

/**
 * A submitted pledge as the coordinators' lists show it.
 *
 * @param timeliness how its first submission stands to the deadline of the call that it
 * answered
 * @param countsFor the edition in whose report it stands, or would stand as things are
 * now
 * @param reviews the newest one of each partner that still counts, in the order of the
 * partners' codes
 */
public record PledgeRow(Pledge pledge, String title, String language, Government government, Timeliness timeliness,
		Placement countsFor, List<Review> reviews) {

	public PledgeReference reference() {
		return pledge.reference();
	}

	public PledgeState state() {
		return pledge.state();
	}

	/** The edition whose call it answered, if one had been opened. */
	public Optional<EditionYear> call() {
		return pledge.call();
	}

	/**
	 * Whether that edition's report cannot be closed over it: it counts there and has no
	 * outcome yet.
	 */
	public boolean holdsUp(EditionYear edition) {
		return countsFor.is(edition) && state().holdsUpTheReport() && !unconfirmed();
	}

	/** Whether it is accepted, and waits for its government to be confirmed. */
	public boolean unconfirmed() {
		return state() == PledgeState.ACCEPTED && !government.confirmed();
	}

	/** The reviews that the pledge waits for. */
	public List<Review> openReviews() {
		return reviews.stream().filter(Review::open).toList();
	}

	/** The newest review of this partner, if it was asked for one. */
	public Optional<Review> reviewOf(String partner) {
		return reviews.stream().filter(review -> review.partner().value().equals(partner)).findFirst();
	}

}
