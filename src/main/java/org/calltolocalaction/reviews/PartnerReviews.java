package org.calltolocalaction.reviews;

import java.util.Comparator;
import java.util.List;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.request.Download;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.calltolocalaction.pledges.files.ReadAttachments;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reviews that a reviewer may see: those of their own partner. */
@Service
@Transactional(readOnly = true)
public class PartnerReviews {

	private final Reviews reviews;

	private final Revisions revisions;

	private final ReadAttachments attachments;

	PartnerReviews(Reviews reviews, Revisions revisions, ReadAttachments attachments) {
		this.reviews = reviews;
		this.revisions = revisions;
		this.attachments = attachments;
	}

	/**
	 * The partner's newest review of the pledge; where it has none, the pledge is not
	 * found.
	 */
	public Review review(PledgeReference reference, Person reviewer) {
		PartnerCode partner = reviewer.requirePartner();
		return reviews.of(reference)
			.stream()
			.filter(review -> review.partner().equals(partner))
			.max(Comparator.comparingInt(Review::revision))
			.orElseThrow(() -> unknown(reference, reviewer));
	}

	/**
	 * Every completed judgement of the pledge by the reviewer's own partner, oldest
	 * first.
	 */
	public List<Review> earlier(PledgeReference reference, Person reviewer) {
		return reviews.of(reference)
			.stream()
			.filter(review -> review.partner().equals(reviewer.requirePartner()) && review.completed())
			.toList();
	}

	/** A file of the revision that the reviewer's partner judges, or judged last. */
	public Download attachment(PledgeReference reference, AttachmentId id, Person reviewer) {
		Revision revision = revisions.revision(reference, review(reference, reviewer).revision());
		return attachments.submitted(List.of(revision), id, Reader.PARTNER);
	}

	@Transactional
	public Review forChange(PledgeReference reference, Person reviewer) {
		return reviews.lockNewest(reference.value(), reviewer.requirePartner().value())
			.orElseThrow(() -> unknown(reference, reviewer));
	}

	private static NotFound unknown(PledgeReference reference, Person reviewer) {
		return new NotFound("A review of " + reference + " by " + reviewer.requirePartner());
	}

}
