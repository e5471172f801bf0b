package org.calltolocalaction.reviews.team.web;

import java.util.Map;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.address.WorklistAddress;
import org.calltolocalaction.reviews.team.TakeReview;
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
	String take(@PathVariable PledgeReference reference, @RequestParam Map<String, String> where, Person reviewer,
			RedirectAttributes redirect) {
		try {
			tell(takeReview.take(reference, null, reviewer), reference, redirect);
		}
		catch (Refused refused) {
			refuse(redirect, refused.messageKey(), refused.arguments());
		}
		return "redirect:" + WorklistAddress.of(where).link();
	}

	private void tell(TakeReview.Result result, PledgeReference reference, RedirectAttributes redirect) {
		result.fold(done -> {
			redirect.addFlashAttribute("message", "worklist.taken");
			return redirect.addFlashAttribute("messageArguments", new Object[] { reference.value() });
		}, takenBy -> refuse(redirect, "worklist.taken-by", reference.value(),
				people.person(takenBy.colleague()).name()),
				notOpen -> refuse(redirect, "worklist.not-open", reference.value()));
	}

	private static RedirectAttributes refuse(RedirectAttributes redirect, String words, Object... arguments) {
		return redirect.addFlashAttribute("refusal", words).addFlashAttribute("refusalArguments", arguments);
	}

}
