package org.calltolocalaction.editions.web;

import java.util.List;
import java.util.function.UnaryOperator;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.seal.CallSeal;
import org.calltolocalaction.editions.seal.CallSeals;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.request.PublicPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What everybody may know of an edition: its deadline, its dates, and the seals of its
 * call.
 */
@Controller
class EditionPageController {

	private final Editions editions;

	private final CallSeals seals;

	EditionPageController(Editions editions, CallSeals seals) {
		this.editions = editions;
		this.seals = seals;
	}

	/**
	 * An edition whose call was opened.
	 *
	 * @param seals of each closing, the last one first
	 */
	record EditionPage(Edition edition, List<CallSeal> seals) implements PublicPage {

		@Override
		public String publicPath() {
			return "/editions/" + edition.year();
		}

		@Override
		public String about(UnaryOperator<String> messages) {
			return messages.apply("editions.page.about");
		}

	}

	@GetMapping("/editions/{year}")
	String edition(@PathVariable EditionYear year, Model model) {
		Edition edition = editions.edition(year);
		if (edition.state().toOpen() || edition.beforeThisSystem()) {
			throw new NotFound("The call of " + year);
		}
		model.addAttribute("page", new EditionPage(edition, seals.of(year)));
		return "editions/edition";
	}

}
