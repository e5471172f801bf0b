package org.calltolocalaction.pledges.drafting.web;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.BringBackDraft;
import org.calltolocalaction.pledges.drafting.DiscardDraft;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A member discards a draft, or brings it back. Asks nothing first, because nothing is
 * lost.
 */
@Controller
@RequestMapping("/my/pledges/{reference}")
class DiscardController {

	private final DiscardDraft discardDraft;

	private final BringBackDraft bringBackDraft;

	DiscardController(DiscardDraft discardDraft, BringBackDraft bringBackDraft) {
		this.discardDraft = discardDraft;
		this.bringBackDraft = bringBackDraft;
	}

	@PostMapping("/discard")
	String discard(@PathVariable PledgeReference reference, Person member, RedirectAttributes redirect) {
		discardDraft.discard(reference, member);
		redirect.addFlashAttribute("message", "pledges.discarded");
		return "redirect:/my";
	}

	@PostMapping("/bring-back")
	String bringBack(@PathVariable PledgeReference reference, Person member, RedirectAttributes redirect) {
		bringBackDraft.bringBack(reference, member);
		redirect.addFlashAttribute("message", "pledges.brought-back");
		return "redirect:/my/pledges/" + reference;
	}

}
