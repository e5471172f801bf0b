package org.calltolocalaction.reviews.judging.web;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.interest.Interest;
import org.calltolocalaction.reviews.interest.Interests;
import org.calltolocalaction.reviews.judgement.ReviewForm;
import org.calltolocalaction.reviews.judging.OthersReviews.Other;
import org.calltolocalaction.reviews.judging.OthersReviews;
import org.calltolocalaction.reviews.remarks.Discussion;
import org.calltolocalaction.reviews.remarks.PledgeDiscussion;
import org.calltolocalaction.reviews.rounds.Reminder;
import org.calltolocalaction.reviews.rounds.Reminders;
import org.calltolocalaction.reviews.team.Teammates;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What stands beside a pledge and its review: the others' judgements, the discussion, who
 * was reminded and who keeps out.
 */
@Component
class ReviewSidebar {

	private final PledgeDiscussion discussion;

	private final OthersReviews others;

	private final Interests interests;

	private final Teammates teammates;

	private final Reminders reminders;

	private final ReviewForm form;

	private final Revisions revisions;

	ReviewSidebar(PledgeDiscussion discussion, OthersReviews others, Interests interests, Teammates teammates,
			Reminders reminders, ReviewForm form, Revisions revisions) {
		this.discussion = discussion;
		this.others = others;
		this.interests = interests;
		this.teammates = teammates;
		this.reminders = reminders;
		this.form = form;
		this.revisions = revisions;
	}

	/**
	 * Another partner with what may be read of it.
	 *
	 * @param judgement null while the reader may not read it, or there is none
	 */
	record OtherPartner(Other other, @Nullable FormSummary judgement) {
	}

	/**
	 * Who keeps out, of the reader's partner.
	 *
	 * @param declared what was declared, withdrawn or not
	 * @param reader whether the reader keeps out
	 * @param withoutReviewers the partner, where it has nobody left to judge
	 */
	record KeptOut(List<Interest> declared, boolean reader, List<String> withoutReviewers) {
	}

	/**
	 * All of it.
	 *
	 * @param discussion null where the reader has no part in it
	 * @param successors who could judge in the reader's place
	 * @param colleagues to whom the review can be given
	 */
	record Sidebar(@Nullable Discussion discussion, List<Person> successors, List<OtherPartner> others,
			List<Reminder> reminded, List<Teammates.Teammate> colleagues, KeptOut keptOut) {
	}

	Sidebar of(Review review, Pledge pledge, Person reader) {
		Optional<Discussion> said = discussion.read(review.reference(), reader);
		List<Person> successors = said.map(Discussion::others)
			.orElse(List.of())
			.stream()
			.filter(other -> other.partner().equals(reader.partner()))
			.toList();
		return new Sidebar(said.orElse(null), successors, others(review, reader), reminders.about(review),
				review.open() ? teammates.of(reader) : List.of(), keptOut(review, pledge.government(), reader));
	}

	private List<OtherPartner> others(Review review, Person reader) {
		return others.of(review.reference(), reader)
			.stream()
			.map(other -> new OtherPartner(other,
					other.judgement().map(judged -> summary(judged, reader)).orElse(null)))
			.toList();
	}

	private KeptOut keptOut(Review review, GovernmentId government, Person reader) {
		List<Interest> declared = interests.of(government)
			.stream()
			.filter(interest -> interest.reviewer().partner().equals(reader.partner()))
			.toList();
		boolean nobodyLeft = review.open() && !declared.isEmpty()
				&& interests.excludeEveryReviewerOf(review.partner(), government);
		return new KeptOut(declared,
				declared.stream()
					.anyMatch(interest -> interest.present() && interest.reviewer().id().equals(reader.id())),
				nobodyLeft ? List.of(review.partner().value()) : List.of());
	}

	private FormSummary summary(Review judged, Person reader) {
		Revision revision = revisions.revision(judged.reference(), judged.revision());
		FormContext context = form.context(judged, revision, reader, LocaleContextHolder.getLocale());
		return form.summary(judged.answers(), context, Reader.PARTNER).withoutHeadings();
	}

}
