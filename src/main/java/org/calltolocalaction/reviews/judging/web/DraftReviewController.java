package org.calltolocalaction.reviews.judging.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.calltolocalaction.forms.AutosaveAnswer;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.address.WorklistOrigin;
import org.calltolocalaction.reviews.judging.SaveReviewDraft;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Keeps what a reviewer has typed: by a button, by going on to the next review, and where
 * scripts run a moment after typing stops. All three by the same use case.
 */
@Controller
@RequestMapping("/reviews/{reference}")
class DraftReviewController {

	private final ReviewPages pages;

	private final PostedReview form;

	private final WorkThrough workThrough;

	private final PartnerReviews partnerReviews;

	private final SaveReviewDraft saveDraft;

	private final ReviewAutosave autosave;

	private final People people;

	DraftReviewController(ReviewPages pages, PostedReview form, WorkThrough workThrough, PartnerReviews partnerReviews,
			SaveReviewDraft saveDraft, ReviewAutosave autosave, People people) {
		this.pages = pages;
		this.form = form;
		this.workThrough = workThrough;
		this.partnerReviews = partnerReviews;
		this.saveDraft = saveDraft;
		this.autosave = autosave;
		this.people = people;
	}

	/**
	 * @param then {@code skip} to go on with the next review of the list; otherwise back
	 * to the list
	 */
	@PostMapping("/draft")
	String save(@PathVariable PledgeReference reference, @RequestParam int revision,
			@RequestParam(defaultValue = "") @As(Text.CHOICE) String then,
			@RequestParam MultiValueMap<String, String> posted, WorklistOrigin from, Person reviewer, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		Review review = partnerReviews.review(reference, reviewer);
		Validation storable = form.storable(review, posted, reviewer);
		if (!storable.isValid()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return again(pages.again(review, storable.answers(), storable.errors(), reviewer, from), model);
		}
		Optional<String> next = then.equals("skip") ? workThrough.next(from, review, reviewer) : Optional.empty();
		String onward = "redirect:" + next.orElse(from.list());
		SaveReviewDraft.Result result = saveDraft.save(review.reference(), revision, storable.answers(), reviewer);
		return result.fold(saved -> kept(reference, onward, redirect), unchanged -> onward,
				savedBeside -> kept(reference, onward, redirect), notOpen -> {
					response.setStatus(HttpStatus.CONFLICT.value());
					model.addAttribute("obstacle", Obstacle.of(notOpen, people));
					return again(pages.again(partnerReviews.review(reference, reviewer), storable.answers(),
							storable.errors(), reviewer, from), model);
				});
	}

	/** The same for scripts, which are told what became of it. */
	@PostMapping("/autosave")
	@ResponseBody
	AutosaveAnswer autosave(@PathVariable PledgeReference reference, @RequestParam int revision,
			@RequestParam MultiValueMap<String, String> posted, Person reviewer) {
		Review review = partnerReviews.review(reference, reviewer);
		Validation storable = form.storable(review, posted, reviewer);
		if (!storable.isValid()) {
			return autosave.notStorable(storable.errors().get(0));
		}
		return autosave.of(saveDraft.save(review.reference(), revision, storable.answers(), reviewer), reviewer);
	}

	/** Goes on with what a colleague has typed. */
	@PostMapping("/go-on")
	String goOn(@PathVariable PledgeReference reference, @RequestParam AccountId author, WorklistOrigin from,
			Person reviewer) {
		saveDraft.goOnWith(reference, author, reviewer);
		return "redirect:" + from.review(reference);
	}

	private static String kept(PledgeReference reference, String onward, RedirectAttributes redirect) {
		redirect.addFlashAttribute("message", "reviews.draft.kept");
		redirect.addFlashAttribute("messageArguments", new Object[] { reference.value() });
		return onward;
	}

	private static String again(ReviewPage page, Model model) {
		model.addAttribute("page", page).addAttribute("invalid", page.invalid());
		return ReviewsController.PAGE;
	}

}
