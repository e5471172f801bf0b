package org.calltolocalaction.reviews.judging.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.calltolocalaction.reviews.PartnerReviews;
import org.calltolocalaction.reviews.address.WorklistOrigin;
import org.calltolocalaction.reviews.judging.ReopenReview;
import org.calltolocalaction.reviews.team.TakeReview;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A reviewer reads a pledge, takes its review, gives it back, or reopens it. */
@Controller
@RequestMapping("/reviews/{reference}")
class ReviewsController {

	/** The page of one review, which those controllers show again that refuse. */
	static final String PAGE = "reviews/judging/review";

	private final ReviewPages pages;

	private final PartnerReviews partnerReviews;

	private final TakeReview takeReview;

	private final ReopenReview reopenReview;

	private final People people;

	private final NewsSinceLastVisit sinceLastLook;

	ReviewsController(ReviewPages pages, PartnerReviews partnerReviews, TakeReview takeReview,
			ReopenReview reopenReview, People people, NewsSinceLastVisit sinceLastLook) {
		this.pages = pages;
		this.partnerReviews = partnerReviews;
		this.takeReview = takeReview;
		this.reopenReview = reopenReview;
		this.people = people;
		this.sinceLastLook = sinceLastLook;
	}

	@GetMapping
	String review(@PathVariable PledgeReference reference, WorklistOrigin from, Person reviewer, Model model) {
		Optional<Instant> lastLooked = sinceLastLook.look(reference, reviewer);
		model.addAttribute("page", pages.review(reference, lastLooked, reviewer, from));
		return PAGE;
	}

	@GetMapping("/files/{id}")
	void attachment(@PathVariable PledgeReference reference, @PathVariable AttachmentId id, Person reviewer,
			HttpServletResponse response) throws IOException {
		partnerReviews.attachment(reference, id, reviewer).to(response);
	}

	/**
	 * @param holder the colleague from whom it is taken over, as the page showed it
	 */
	@PostMapping("/take")
	String take(@PathVariable PledgeReference reference, @RequestParam(name = "from", required = false) UUID holder,
			WorklistOrigin from, Person reviewer, RedirectAttributes redirect) {
		TakeReview.Result result = takeReview.take(reference, holder == null ? null : new AccountId(holder), reviewer);
		String page = "redirect:" + from.review(reference);
		// Of one that is not open any more the page itself says so.
		return result.fold(done -> page, takenBy -> {
			redirect.addFlashAttribute("obstacle", takenBy(takenBy.colleague()));
			return page;
		}, notOpen -> page);
	}

	@PostMapping("/release")
	String release(@PathVariable PledgeReference reference, WorklistOrigin from, Person reviewer) {
		takeReview.release(reference, reviewer);
		return "redirect:" + from.review(reference);
	}

	@PostMapping("/reopen")
	String reopen(@PathVariable PledgeReference reference, WorklistOrigin from, Person reviewer,
			RedirectAttributes redirect) {
		reopenReview.reopen(reference, reviewer);
		redirect.addFlashAttribute("message", "reviews.reopened");
		return "redirect:" + from.review(reference);
	}

	private Obstacle takenBy(AccountId colleague) {
		return new Obstacle("reviews.obstacle.taken", new Object[] { people.person(colleague).name() });
	}

}
