package org.calltolocalaction.pledges.submitting.web;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.submitting.RevivePledge;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member takes a withdrawn pledge up again. */
@Controller
class RevivalController {

	private final RevivePledge revivePledge;

	RevivalController(RevivePledge revivePledge) {
		this.revivePledge = revivePledge;
	}

	@PostMapping("/my/pledges/{reference}/revive")
	String revive(@PathVariable PledgeReference reference, Person member, RedirectAttributes redirect) {
		revivePledge.revive(reference, member);
		redirect.addFlashAttribute("message", "pledges.revived");
		return "redirect:/my/pledges/" + reference;
	}

}
