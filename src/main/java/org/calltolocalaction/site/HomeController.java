package org.calltolocalaction.site;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.calltolocalaction.kernel.request.PublicPage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what the Call is, how a government takes part, and where to go on. */
@Controller
class HomeController {

	/**
	 * What everyone sees first.
	 *
	 * @param parts the fragments of other modules
	 * @param told what they tell, by name; the page's own sentences use it, too
	 */
	record HomePage(List<String> parts, Map<String, Object> told) implements PublicPage {

		@Override
		public String publicPath() {
			return "/";
		}

		@Override
		public String about(UnaryOperator<String> messages) {
			return messages.apply("site.home.lead");
		}

	}

	private final ObjectProvider<HomePart> parts;

	HomeController(ObjectProvider<HomePart> parts) {
		this.parts = parts;
	}

	@GetMapping("/")
	String home(Locale language, Model model) {
		List<HomePart> shown = parts.orderedStream().toList();
		Map<String, Object> told = new HashMap<>();
		shown.forEach(part -> told.putAll(part.content(language)));
		model.addAttribute("page", new HomePage(shown.stream().map(HomePart::fragment).toList(), told));
		return "site/home";
	}

}
