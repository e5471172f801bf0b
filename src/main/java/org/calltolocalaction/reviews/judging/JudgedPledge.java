package org.calltolocalaction.reviews.judging;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.Change;
import org.calltolocalaction.forms.FieldNote;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.interest.ReadableVersions;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Reads out the revision that a reviewer judges, with what their partner said about
 * earlier ones.
 */
@Component
public class JudgedPledge {

	private final Reviews reviews;

	private final PartnerReviews partnerReviews;

	private final Revisions revisions;

	private final PledgeForm form;

	private final Pledges pledges;

	private final Governments governments;

	private final ReadableVersions readable;

	private final MessageSource messages;

	JudgedPledge(Reviews reviews, PartnerReviews partnerReviews, Revisions revisions, PledgeForm form, Pledges pledges,
			Governments governments, ReadableVersions readable, MessageSource messages) {
		this.reviews = reviews;
		this.partnerReviews = partnerReviews;
		this.revisions = revisions;
		this.form = form;
		this.pledges = pledges;
		this.governments = governments;
		this.readable = readable;
		this.messages = messages;
	}

	/**
	 * What is judged.
	 *
	 * @param government whose pledge it is
	 * @param answers as far as partners may read them
	 * @param summary its answers, with this partner's earlier comments at theirs
	 * @param earlier this partner's judgements of the revisions before, oldest first, as
	 * far as the reader may read them
	 * @param changes since the revision that this partner judged last
	 */
	public record Read(Pledge pledge, Government government, Revision revision, Answers answers, FormSummary summary,
			List<Review> earlier, List<Change> changes) {

		/** As it is called wherever it is named. */
		public String nameOfGovernment() {
			return government.name();
		}

	}

	/**
	 * The revision alone, for whoever needs to know what was asked and not what was said
	 * before.
	 */
	public Revision revision(Review review) {
		return revisions.revision(review.reference(), review.revision());
	}

	/**
	 * Asks at once for what {@link #of} needs of each of these reviews, in a transaction
	 * that only reads: two hundred are taken along in one go.
	 */
	public void readAhead(Collection<Review> some) {
		List<PledgeReference> references = some.stream().map(Review::reference).distinct().toList();
		governments.all(pledges.all(references).stream().map(Pledge::government).distinct().toList());
		revisions.allOf(references.stream().map(PledgeReference::value).toList());
		reviews.readAhead(references);
	}

	/** What a reviewer reads of the pledge that a review judges. */
	public Read of(Review review, Person reviewer, Locale language) {
		Revision revision = revision(review);
		Answers answers = revision.answers();
		List<Review> before = partnerReviews.earlier(review.reference(), reviewer)
			.stream()
			.filter(judged -> judged.revision() < review.revision())
			.toList();
		List<Review> earlier = before.stream()
			.filter(judged -> readable.open(judged, judged.completedBy().orElseThrow(), reviewer.id()))
			.toList();
		FormContext context = form.context(language, reviewer.zone());
		FormSummary summary = form.definition()
			.summary(answers, context.noted(notes(earlier, language)), Reader.PARTNER);
		Pledge pledge = pledges.pledge(review.reference());
		return new Read(pledge, governments.government(pledge.government()), revision,
				form.definition().readable(answers, Reader.PARTNER), summary, earlier,
				changes(revision, answers, before, context));
	}

	/** What this partner remarked on single answers in earlier rounds. */
	private List<FieldNote> notes(List<Review> earlier, Locale language) {
		return earlier.stream().flatMap(review -> {
			String author = messages.getMessage("reviews.note.author",
					new Object[] { Integer.toString(review.round()) }, language);
			return review.answerComments()
				.stream()
				.map(comment -> new FieldNote(comment.path(), author, comment.text()));
		}).toList();
	}

	private List<Change> changes(Revision now, Answers answers, List<Review> earlier, FormContext context) {
		if (earlier.isEmpty()) {
			return List.of();
		}
		int judged = earlier.get(earlier.size() - 1).revision();
		return form.definition()
			.changes(revisions.revision(now.reference(), judged).answers(), answers, context, Reader.PARTNER);
	}

}
