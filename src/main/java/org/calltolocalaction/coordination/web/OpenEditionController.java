package org.calltolocalaction.coordination.web;

import java.time.Clock;
import java.util.List;
import org.calltolocalaction.coordination.web.Zones.Zone;
import org.calltolocalaction.editions.Calls;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form with which a year's call is opened. */
@Controller
@RequestMapping("/coordination/editions/new")
class OpenEditionController {

	private static final String FORM = "coordination/open";

	private final OpenEdition openEdition;

	private final Calls calls;

	private final Editions editions;

	private final Vocabulary vocabulary;

	private final Zones zones;

	private final Clock clock;

	OpenEditionController(OpenEdition openEdition, Calls calls, Editions editions, Vocabulary vocabulary, Zones zones,
			Clock clock) {
		this.openEdition = openEdition;
		this.calls = calls;
		this.editions = editions;
		this.vocabulary = vocabulary;
		this.zones = zones;
		this.clock = clock;
	}

	@ModelAttribute("zones")
	List<Zone> zones() {
		return zones.all();
	}

	@ModelAttribute("partnerCodes")
	List<String> partners() {
		return vocabulary.codes(Vocabulary.PARTNERS);
	}

	/** The call beside which no other can be opened; while there is one, the page says so instead of asking. */
	@ModelAttribute("openCall")
	Edition openCall() {
		return editions.open().orElse(null);
	}

	@GetMapping
	String form(Model model) {
		model.addAttribute("form", OpenEditionForm.of(nextToOpen()));
		return FORM;
	}

	@PostMapping
	String open(@ModelAttribute("form") OpenEditionForm form, BindingResult errors, Person by,
			RedirectAttributes redirect) {
		form.check(errors, vocabulary, clock.instant());
		if (errors.hasErrors()) {
			return FORM;
		}
		openEdition.open(form.editionYear().orElseThrow(), form.forumInEachLanguage(), form.partnerCodes(),
				form.deadline().orElseThrow(), by);
		redirect.addFlashAttribute("message", "coordination.open.done");
		redirect.addFlashAttribute("messageArguments", new String[] { form.edition() });
		return "redirect:/coordination/editions/" + form.edition();
	}

	private Edition nextToOpen() {
		Edition edition = calls.edition(calls.nextToCome());
		while (edition.state() != EditionState.PLANNED) {
			edition = calls.edition(edition.year().next());
		}
		return edition;
	}

}
