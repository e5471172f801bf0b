package org.calltolocalaction.reviews.judging.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.interest.ReadableVersions;
import org.calltolocalaction.reviews.judgement.EarlierJudgement;
import org.calltolocalaction.reviews.judgement.EarlierJudgements;
import org.calltolocalaction.reviews.judgement.ReviewDraft;
import org.calltolocalaction.reviews.judgement.ReviewDrafts;
import org.calltolocalaction.reviews.judgement.ReviewForm;
import org.calltolocalaction.reviews.judgement.ReviewScore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the reader's partner has written into a review: drafts, what it says, and what it
 * said before it was reopened.
 */
@Component
class WrittenSoFar {

	private final ReviewForm form;

	private final ReviewDrafts drafts;

	private final EarlierJudgements judgements;

	private final ReadableVersions readable;

	private final People people;

	WrittenSoFar(ReviewForm form, ReviewDrafts drafts, EarlierJudgements judgements, ReadableVersions readable,
			People people) {
		this.form = form;
		this.drafts = drafts;
		this.judgements = judgements;
		this.readable = readable;
		this.people = people;
	}

	/**
	 * All drafts of one review that one reader may read.
	 *
	 * @param own what the reader has typed themselves; null where they have not begun
	 */
	record Drafts(List<ReviewDraft> all, @Nullable ReviewDraft own) {

		Answers typed() {
			return own == null ? Answers.empty() : own.answers();
		}

		List<ReviewDraft> others() {
			return all.stream().filter(draft -> draft != own).toList();
		}

	}

	/** Of drafts nothing is shown to whoever looks on in a reviewer's place. */
	Drafts drafts(Review review, Person reader) {
		if (reader.viewed()) {
			return new Drafts(List.of(), null);
		}
		List<ReviewDraft> all = drafts.of(review)
			.stream()
			.filter(draft -> readable.open(review, draft.author(), reader.id()))
			.toList();
		return new Drafts(all,
				all.stream().filter(draft -> draft.author().equals(reader.id())).findFirst().orElse(null));
	}

	/**
	 * What there is to read of a review.
	 *
	 * @param names of those who had to do with it
	 * @param own what the reader has typed; null where they have not begun
	 * @param drafts of colleagues, with which the reader could go on
	 * @param judgements what it said before it was opened again, oldest first
	 * @param judged what it says; null before it is completed
	 * @param score by the edition's criteria; null before it is completed
	 * @param closed whether something is kept from the reader, because of an interest
	 */
	record Written(Map<AccountId, String> names, @Nullable ReviewDraft own, List<ColleagueDraft> drafts,
			List<EarlierJudgementView> judgements, @Nullable FormSummary judged, @Nullable ReviewScore score,
			boolean closed) {
	}

	Written of(Review review, Drafts drafts, FormContext context, Person reader) {
		List<EarlierJudgement> before = judgements.of(review)
			.stream()
			.filter(judgement -> readable.open(review, judgement.completedBy(), reader.id()))
			.toList();
		boolean completed = review.completedBy().filter(by -> readable.open(review, by, reader.id())).isPresent();
		return new Written(names(review, drafts.all(), before), drafts.own(), colleagues(review, drafts, context),
				before.stream()
					.map(judgement -> new EarlierJudgementView(judgement, part(judgement.answers(), context)))
					.toList(),
				completed ? readOut(review.answers(), context) : null,
				completed ? form.score(review).orElse(null) : null,
				!readable.of(review.reference(), reader.id()).includes(review));
	}

	// Of a review that ended nothing is left to go on with.
	private List<ColleagueDraft> colleagues(Review review, Drafts drafts, FormContext context) {
		return review.open() ? drafts.others()
			.stream()
			.map(draft -> new ColleagueDraft(draft, part(draft.answers(), context)))
			.toList() : List.of();
	}

	/** As it stands within another part of the page. */
	FormSummary part(Answers judgement, FormContext context) {
		return readOut(judgement, context).withoutHeadings();
	}

	private FormSummary readOut(Answers judgement, FormContext context) {
		return form.summary(judgement, context, Reader.AUTHOR);
	}

	private Map<AccountId, String> names(Review review, List<ReviewDraft> all, List<EarlierJudgement> before) {
		Collection<AccountId> ids = new ArrayList<>();
		review.takenBy().ifPresent(ids::add);
		review.offeredTo().ifPresent(ids::add);
		review.completedBy().ifPresent(ids::add);
		all.forEach(draft -> ids.add(draft.author()));
		before.forEach(judgement -> ids.addAll(List.of(judgement.completedBy(), judgement.reopenedBy())));
		return people.all(ids.stream().distinct().toList())
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().name()));
	}

}
