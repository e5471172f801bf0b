package org.calltolocalaction.coordination.web;

import org.calltolocalaction.coordination.figures.Overview;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What coordinators see first. */
@Controller
class OverviewController {

	private final Overview overview;

	OverviewController(Overview overview) {
		this.overview = overview;
	}

	@GetMapping("/coordination")
	String overview(Person by, Model model) {
		model.addAttribute("page", overview.of(by));
		return "coordination/overview";
	}

}
