package org.calltolocalaction.reviews.worklist.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.address.WorklistAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A reviewer looks for what to do next. */
@Controller
@RequestMapping("/reviews")
class WorklistController {

	private final WorklistPages pages;

	private final SearchHelp searchHelp;

	WorklistController(WorklistPages pages, SearchHelp searchHelp) {
		this.pages = pages;
		this.searchHelp = searchHelp;
	}

	@GetMapping
	String worklist(@RequestParam Map<String, String> where, Person reviewer, Model model) {
		model.addAttribute("page", pages.worklist(WorklistAddress.of(where), ticked(model), reviewer));
		return "reviews/worklist/worklist";
	}

	@GetMapping("/search-help")
	String help(Person reviewer, Model model) {
		model.addAttribute("page", searchHelp.page(reviewer));
		return "reviews/worklist/search-help";
	}

	/** What was ticked before the page came back with a mistake. */
	private static Collection<String> ticked(Model model) {
		return model.getAttribute("selection") instanceof Collection<?> ticked
				? ticked.stream().map(Object::toString).toList() : List.of();
	}

}
