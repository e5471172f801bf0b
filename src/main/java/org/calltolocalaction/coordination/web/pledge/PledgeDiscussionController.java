package org.calltolocalaction.coordination.web.pledge;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.remarks.NewRemark;
import org.calltolocalaction.reviews.remarks.PledgeDiscussion;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A coordinator joins the discussion that the partners have of a pledge. */
@Controller
class PledgeDiscussionController {

	private final PledgeDiscussion discussion;

	PledgeDiscussionController(PledgeDiscussion discussion) {
		this.discussion = discussion;
	}

	@PostMapping("/coordination/pledges/{reference}/discussion")
	String write(@PathVariable PledgeReference reference, @ModelAttribute NewRemark remark, Person by,
			RedirectAttributes redirect) {
		try {
			discussion.write(reference, remark, by);
		}
		catch (Refused refused) {
			redirect.addFlashAttribute("remarkRefused", refused.messageKey()).addFlashAttribute("remark", remark);
		}
		return "redirect:/coordination/pledges/" + reference + "#discussion";
	}

}
