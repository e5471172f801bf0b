package org.calltolocalaction.site;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what the Call is, how a government takes part, and where to go on. */
@Controller
class HomeController {

	private final ObjectProvider<HomePart> parts;

	HomeController(ObjectProvider<HomePart> parts) {
		this.parts = parts;
	}

	@GetMapping("/")
	String home(Locale language, Model model) {
		List<HomePart> shown = parts.orderedStream().toList();
		shown.forEach(part -> model.addAllAttributes(part.content(language)));
		model.addAttribute("parts", shown.stream().map(HomePart::fragment).toList());
		return "site/home";
	}

}
