package org.calltolocalaction.notifications.context;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.notifications.text.OneLine;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.signoff.SubmittedSignOff;
import org.calltolocalaction.reviews.PledgeReviews;
import org.calltolocalaction.reviews.Review;

/**
 * The facts on which a mail about a submitted pledge may draw.
 *
 * @param revision the newest one
 * @param partnersTitle what reviewers may call it
 * @param signOff what the head of government had said when it was submitted
 * @param allReviews of every revision, oldest first
 */
public record MailContext(Pledge pledge, Revision revision, String partnersTitle, Government government,
		Optional<SubmittedSignOff> signOff, List<Review> allReviews) {

	public PledgeReference reference() {
		return pledge.reference();
	}

	/** What readers call a revision. */
	public int version() {
		return revision.number();
	}

	/**
	 * Tells what is written of a version from what was written of it before it was judged
	 * once more: an outcome that comes again is told again.
	 */
	public String occasion() {
		return pledge.rounds().timesSentBack() == 0 ? "" + version()
				: version() + "+" + pledge.rounds().timesSentBack();
	}

	/** As its government wrote it: for its members and the coordinators. */
	public String title() {
		return OneLine.of(revision.content().title());
	}

	/** As far as they may read it. */
	public String title(Reader reader) {
		return reader == Reader.PARTNER ? OneLine.of(partnersTitle) : title();
	}

	/**
	 * Those of the newest revision; the government was told of earlier ones when they
	 * were new.
	 */
	public List<Review> reviews() {
		return allReviews.stream().filter(review -> review.revision() == revision.number()).toList();
	}

	public List<Review> open() {
		return counting().open();
	}

	/**
	 * Those that ended without being made, because the pledge is not before the partners
	 * any more.
	 */
	public List<Review> calledOff() {
		return reviews().stream()
			.filter(review -> !review.completed() && !review.released() && review.missedAt().isEmpty())
			.toList();
	}

	/**
	 * A partner that approved an earlier revision is not asked again: its word counts
	 * until the pledge is revived.
	 */
	public Collection<Review> latestOfEachPartner() {
		return counting().latestPerPartner();
	}

	private PledgeReviews counting() {
		return PledgeReviews.of(pledge, allReviews);
	}

}
