package org.calltolocalaction.reviews.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.AttachmentId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.CompleteReview;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewForm;
import org.calltolocalaction.reviews.TakeReview;
import org.calltolocalaction.reviews.Worklist;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A reviewer works through their partner's reviews. */
@Controller
@RequestMapping("/reviews")
class ReviewsController {

	private final ReviewPages pages;

	private final Worklist worklist;

	private final ReviewForm form;

	private final TakeReview takeReview;

	private final CompleteReview completeReview;

	private final People people;

	private final SinceLastLook sinceLastLook;

	ReviewsController(ReviewPages pages, Worklist worklist, ReviewForm form, TakeReview takeReview,
			CompleteReview completeReview, People people, SinceLastLook sinceLastLook) {
		this.pages = pages;
		this.worklist = worklist;
		this.form = form;
		this.takeReview = takeReview;
		this.completeReview = completeReview;
		this.people = people;
		this.sinceLastLook = sinceLastLook;
	}

	@GetMapping("/{reference}")
	String review(@PathVariable String reference, Person reviewer, Model model) {
		Review review = worklist.review(PledgeReference.asked(reference), reviewer);
		sinceLastLook.show(review.reference(), reviewer, model);
		return pages.review(review, Answers.empty(), List.of(), reviewer, model);
	}

	@GetMapping("/{reference}/files/{id}")
	void attachment(@PathVariable String reference, @PathVariable String id, Person reviewer,
			HttpServletResponse response) throws IOException {
		worklist.attachment(PledgeReference.asked(reference), AttachmentId.asked(id), reviewer).to(response);
	}

	/** @param from the colleague from whom it is taken over, as the page showed it */
	@PostMapping("/{reference}/take")
	String take(@PathVariable String reference, @RequestParam(required = false) UUID from, Person reviewer,
			RedirectAttributes redirect) {
		PledgeReference asked = PledgeReference.asked(reference);
		TakeReview.Result result = takeReview.take(asked, from == null ? null : new AccountId(from), reviewer);
		if (result instanceof TakeReview.TakenBy other) {
			redirect.addFlashAttribute("obstacle", "reviews.obstacle.taken");
			redirect.addFlashAttribute("colleague", people.person(other.colleague()).name());
		}
		return "redirect:/reviews/" + asked;
	}

	@PostMapping("/{reference}/release")
	String release(@PathVariable String reference, Person reviewer) {
		PledgeReference asked = PledgeReference.asked(reference);
		takeReview.release(asked, reviewer);
		return "redirect:/reviews/" + asked;
	}

	@PostMapping("/{reference}")
	String complete(@PathVariable String reference, @RequestParam int revision,
			@RequestParam MultiValueMap<String, String> posted, Person reviewer, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		PledgeReference asked = PledgeReference.asked(reference);
		if (form.definition().changesRows(posted)) {
			return pages.changed(worklist.review(asked, reviewer), posted, reviewer, model);
		}
		Answers typed = form.definition().bind(posted);
		CompleteReview.Result result = completeReview.complete(asked, revision, typed, reviewer);
		if (result instanceof CompleteReview.Completed) {
			redirect.addFlashAttribute("message", "reviews.completed");
			redirect.addFlashAttribute("messageArguments", new Object[] { asked.value() });
			return "redirect:/reviews";
		}
		if (result instanceof CompleteReview.Incomplete incomplete) {
			return again(asked, typed, incomplete.errors(), HttpStatus.UNPROCESSABLE_CONTENT, reviewer, model, response);
		}
		explain(result, model);
		return again(asked, typed, List.of(), HttpStatus.CONFLICT, reviewer, model, response);
	}

	/** The same form after an answer that changes what is asked, or with a row more or less; nothing is recorded. */
	@PostMapping("/{reference}/refresh")
	String refresh(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Person reviewer,
			Model model) {
		return pages.refreshed(worklist.review(PledgeReference.asked(reference), reviewer), posted, reviewer, model);
	}

	private void explain(CompleteReview.Result result, Model model) {
		if (result instanceof CompleteReview.CompletedBy other) {
			model.addAttribute("obstacle", "reviews.obstacle.completed");
			model.addAttribute("colleague", people.person(other.colleague()).name());
		}
		else if (result instanceof CompleteReview.TakenBy other) {
			model.addAttribute("obstacle", "reviews.obstacle.taken-meanwhile");
			model.addAttribute("colleague", people.person(other.colleague()).name());
		}
		else {
			model.addAttribute("obstacle", "reviews.obstacle.not-waited-for");
		}
	}

	private String again(PledgeReference reference, Answers typed, List<FieldError> errors, HttpStatus status,
			Person reviewer, Model model, HttpServletResponse response) {
		response.setStatus(status.value());
		Review review = worklist.review(reference, reviewer);
		model.addAttribute("typed", pages.typed(review, typed, reviewer));
		return pages.review(review, typed, errors, reviewer, model);
	}

}
