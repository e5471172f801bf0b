package org.calltolocalaction.coordination.web.pledge;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.rounds.RequestNewReview;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a coordinator asks a partner to judge once more, and sees what would follow
 * before they do.
 */
@Controller
@RequestMapping("/coordination/pledges/{reference}/reviews/{partner}/reopen")
class RequestNewReviewController {

	private final RequestNewReview newReviews;

	private final Vocabulary vocabulary;

	RequestNewReviewController(RequestNewReview newReviews, Vocabulary vocabulary) {
		this.newReviews = newReviews;
		this.vocabulary = vocabulary;
	}

	/** What would follow if the partner were asked. */
	record NewReviewPage(PledgeReference pledge, PartnerCode partner, RequestNewReview.Preview preview) {
	}

	@GetMapping
	String form(@PathVariable PledgeReference reference, @PathVariable PartnerCode partner, Person by, Model model) {
		requireKnown(partner);
		model.addAttribute("form", new NewReviewForm(""));
		return page(reference, partner, by, model);
	}

	@PostMapping
	String reopen(@PathVariable PledgeReference reference, @PathVariable PartnerCode partner,
			@ModelAttribute("form") NewReviewForm form, BindingResult errors, Person by, Model model,
			RedirectAttributes redirect) {
		requireKnown(partner);
		form.check(errors);
		if (errors.hasErrors()) {
			return page(reference, partner, by, model);
		}
		newReviews.request(reference, partner, form.reason(), by);
		redirect.addFlashAttribute("message", "coordination.new-review.done");
		return "redirect:/coordination/pledges/" + reference;
	}

	private void requireKnown(PartnerCode partner) {
		if (!vocabulary.codes(Vocabulary.PARTNERS).contains(partner.value())) {
			throw new NotFound("Partner " + partner);
		}
	}

	private String page(PledgeReference pledge, PartnerCode partner, Person by, Model model) {
		model.addAttribute("page", new NewReviewPage(pledge, partner, newReviews.preview(pledge, partner, by)));
		return "coordination/new-review";
	}

}
