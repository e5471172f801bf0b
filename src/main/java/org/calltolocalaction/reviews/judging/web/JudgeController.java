package org.calltolocalaction.reviews.judging.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.address.WorklistOrigin;
import org.calltolocalaction.reviews.judging.CompleteReview;
import org.calltolocalaction.reviews.judging.SaveReviewDraft;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A reviewer fills the form of a review and completes it. */
@Controller
@RequestMapping("/reviews/{reference}")
class JudgeController {

	private final ReviewPages pages;

	private final WorkThrough workThrough;

	private final PartnerReviews partnerReviews;

	private final PostedReview form;

	private final SaveReviewDraft saveDraft;

	private final CompleteReview completeReview;

	private final People people;

	JudgeController(ReviewPages pages, WorkThrough workThrough, PartnerReviews partnerReviews, PostedReview form,
			SaveReviewDraft saveDraft, CompleteReview completeReview, People people) {
		this.pages = pages;
		this.workThrough = workThrough;
		this.partnerReviews = partnerReviews;
		this.form = form;
		this.saveDraft = saveDraft;
		this.completeReview = completeReview;
		this.people = people;
	}

	/**
	 * @param onward whether to go on with the next review of the list, and not back to it
	 */
	@PostMapping
	String complete(@PathVariable PledgeReference reference, @RequestParam int revision,
			@RequestParam(defaultValue = "false") boolean onward, @RequestParam MultiValueMap<String, String> posted,
			WorklistOrigin from, Person reviewer, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		Review review = partnerReviews.review(reference, reviewer);
		keep(review, revision, posted, reviewer);
		Optional<String> next = onward ? workThrough.next(from, review, reviewer) : Optional.empty();
		Answers typed = form.typed(posted);
		CompleteReview.Result result = completeReview.complete(reference, revision, typed, reviewer);
		return result.fold(completed -> {
			redirect.addFlashAttribute("message", "reviews.completed");
			redirect.addFlashAttribute("messageArguments", new Object[] { reference.value() });
			return "redirect:" + next.orElse(from.list());
		}, incomplete -> {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return again(pages.again(review, typed, incomplete.errors(), reviewer, from), model);
		}, notRecorded -> {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("obstacle", Obstacle.of(notRecorded, people));
			return again(pages.again(partnerReviews.review(reference, reviewer), typed, List.of(), reviewer, from),
					model);
		});
	}

	/**
	 * First of all, in a transaction of its own: whoever leaves the page that says what
	 * is missing finds it again.
	 */
	private void keep(Review review, int revision, MultiValueMap<String, String> posted, Person reviewer) {
		Validation storable = form.storable(review, posted, reviewer);
		if (storable.isValid()) {
			saveDraft.save(review.reference(), revision, storable.answers(), reviewer);
		}
	}

	private static String again(ReviewPage page, Model model) {
		model.addAttribute("page", page).addAttribute("invalid", page.invalid());
		return ReviewsController.PAGE;
	}

}
