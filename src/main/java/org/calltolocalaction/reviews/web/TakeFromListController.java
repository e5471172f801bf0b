package org.calltolocalaction.reviews.web;

import java.util.Map;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.TakeReview;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A reviewer takes one review after the other without leaving the list. */
@Controller
class TakeFromListController {

	private final TakeReview takeReview;

	private final People people;

	TakeFromListController(TakeReview takeReview, People people) {
		this.takeReview = takeReview;
		this.people = people;
	}

	@PostMapping(path = "/reviews/{reference}/take", params = "from-list")
	String take(@PathVariable String reference, @RequestParam Map<String, String> where, Person reviewer,
			RedirectAttributes redirect) {
		PledgeReference asked = PledgeReference.asked(reference);
		TakeReview.Result result = takeReview.take(asked, null, reviewer);
		if (result instanceof TakeReview.Taken) {
			redirect.addFlashAttribute("message", "worklist.taken");
			redirect.addFlashAttribute("messageArguments", new Object[] { asked.value() });
		}
		else if (result instanceof TakeReview.TakenBy other) {
			redirect.addFlashAttribute("refusal", "worklist.taken-by");
			redirect.addFlashAttribute("refusalArguments",
					new Object[] { asked.value(), people.person(other.colleague()).name() });
		}
		else {
			redirect.addFlashAttribute("refusal", "worklist.not-open");
			redirect.addFlashAttribute("refusalArguments", new Object[] { asked.value() });
		}
		return "redirect:" + WorklistAddress.of(where).link();
	}

}
