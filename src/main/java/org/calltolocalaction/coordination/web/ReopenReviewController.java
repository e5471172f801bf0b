package org.calltolocalaction.coordination.web;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.judging.ReopenReview;
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

/** Where a coordinator asks a partner to judge once more, instead of deciding a disagreement. */
@Controller
@RequestMapping("/coordination/pledges/{reference}/reviews/{partner}/reopen")
class ReopenReviewController {

	private static final String FORM = "coordination/reopen";

	private final ReopenReview reopenReview;

	private final Vocabulary vocabulary;

	ReopenReviewController(ReopenReview reopenReview, Vocabulary vocabulary) {
		this.reopenReview = reopenReview;
		this.vocabulary = vocabulary;
	}

	@ModelAttribute("pledge")
	PledgeReference pledge(@PathVariable String reference) {
		return PledgeReference.asked(reference);
	}

	@ModelAttribute("partner")
	PartnerCode partner(@PathVariable String partner) {
		if (!vocabulary.codes(Vocabulary.PARTNERS).contains(partner)) {
			throw new NotFound("Partner " + partner);
		}
		return new PartnerCode(partner);
	}

	@GetMapping
	String form(Model model) {
		model.addAttribute("form", new ReopenForm(""));
		return FORM;
	}

	@PostMapping
	String reopen(@ModelAttribute(name = "pledge", binding = false) PledgeReference pledge,
			@ModelAttribute(name = "partner", binding = false) PartnerCode partner,
			@ModelAttribute("form") ReopenForm form, BindingResult errors, Person by, RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			return FORM;
		}
		reopenReview.reopen(pledge, partner, form.reason(), by);
		redirect.addFlashAttribute("message", "coordination.reopen.done");
		return "redirect:/coordination/pledges/" + pledge;
	}

}
