package org.calltolocalaction.reviews.discussion.web;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.discussion.DiscussPledge;
import org.calltolocalaction.reviews.remarks.NewRemark;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A reviewer joins the discussion of a pledge that their partner judges. */
@Controller
class DiscussionController {

	private final DiscussPledge discuss;

	DiscussionController(DiscussPledge discuss) {
		this.discuss = discuss;
	}

	@PostMapping("/reviews/{reference}/discussion")
	String write(@PathVariable PledgeReference reference, @ModelAttribute NewRemark remark, Person by,
			RedirectAttributes redirect) {
		try {
			discuss.write(reference, remark, by);
			redirect.addFlashAttribute("discussed", true);
		}
		catch (Refused refused) {
			redirect.addFlashAttribute("remarkRefused", refused.messageKey()).addFlashAttribute("remark", remark);
		}
		return "redirect:/reviews/" + reference + "#discussion";
	}

}
