package org.calltolocalaction.reviews.worklist.web;

import java.util.Map;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.reviews.address.WorklistAddress;
import org.calltolocalaction.reviews.worklist.SaveSearch;
import org.calltolocalaction.reviews.worklist.SavedSearchId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A reviewer names what they look at, hands it on to the team, and comes back to where
 * they were.
 */
@Controller
@RequestMapping("/reviews/searches")
class SavedSearchesController {

	private final SaveSearch saveSearch;

	SavedSearchesController(SaveSearch saveSearch) {
		this.saveSearch = saveSearch;
	}

	@PostMapping
	String save(@RequestParam(defaultValue = "") @As(Text.NAME) String name, @RequestParam Map<String, String> where,
			Person reviewer, RedirectAttributes redirect) {
		WorklistAddress address = WorklistAddress.of(where);
		try {
			saveSearch.save(name, address.tab(), address.typed(), address.order(), reviewer);
			redirect.addFlashAttribute("message", "worklist.saved.done");
		}
		catch (Refused refused) {
			redirect.addFlashAttribute("refusal", refused.messageKey())
				.addFlashAttribute("refusalArguments", refused.arguments())
				.addFlashAttribute("refusedName", name)
				.addFlashAttribute("invalid", true);
		}
		return "redirect:" + address.link();
	}

	@PostMapping("/{id}/share")
	String share(@PathVariable SavedSearchId id, @RequestParam Map<String, String> where, Person reviewer,
			RedirectAttributes redirect) {
		saveSearch.share(id, reviewer);
		redirect.addFlashAttribute("message", "worklist.saved.share.done");
		return "redirect:" + WorklistAddress.of(where).link();
	}

	@PostMapping("/{id}/unshare")
	String unshare(@PathVariable SavedSearchId id, @RequestParam Map<String, String> where, Person reviewer,
			RedirectAttributes redirect) {
		saveSearch.unshare(id, reviewer);
		redirect.addFlashAttribute("message", "worklist.saved.unshare.done");
		return "redirect:" + WorklistAddress.of(where).link();
	}

	@PostMapping("/{id}/remove")
	String remove(@PathVariable SavedSearchId id, @RequestParam Map<String, String> where, Person reviewer,
			RedirectAttributes redirect) {
		saveSearch.remove(id, reviewer);
		redirect.addFlashAttribute("message", "worklist.saved.remove.done");
		return "redirect:" + WorklistAddress.of(where).link();
	}

}
