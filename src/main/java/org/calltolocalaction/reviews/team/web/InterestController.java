package org.calltolocalaction.reviews.team.web;

import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.team.DeclareInterest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A reviewer keeps out of a government's pledges, or does so no longer. */
@Controller
@RequestMapping("/reviews/{reference}")
class InterestController {

	private final DeclareInterest declareInterest;

	InterestController(DeclareInterest declareInterest) {
		this.declareInterest = declareInterest;
	}

	/**
	 * @param successor the colleague who gets the review; null where it goes back to the
	 * partner
	 */
	@PostMapping("/interest")
	String declare(@PathVariable PledgeReference reference,
			@RequestParam(defaultValue = "") @As(Text.PROSE) String reason,
			@RequestParam(required = false) UUID successor, Person by, RedirectAttributes redirect) {
		try {
			declareInterest.declare(reference, reason, Optional.ofNullable(successor).map(AccountId::new), by);
			redirect.addFlashAttribute("message", "reviews.interest.declared");
		}
		catch (Refused refused) {
			redirect.addFlashAttribute("interestRefused", refused.messageKey())
				.addFlashAttribute("interestReason", reason);
		}
		return "redirect:/reviews/" + reference;
	}

	@PostMapping("/no-interest")
	String withdraw(@PathVariable PledgeReference reference, Person by, RedirectAttributes redirect) {
		declareInterest.withdraw(reference, by);
		redirect.addFlashAttribute("message", "reviews.interest.withdrawn");
		return "redirect:/reviews/" + reference;
	}

}
