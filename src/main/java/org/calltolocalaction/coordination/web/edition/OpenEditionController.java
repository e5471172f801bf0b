package org.calltolocalaction.coordination.web.edition;

import java.time.Clock;
import java.util.List;
import org.calltolocalaction.coordination.OpeningForecast.Forecast;
import org.calltolocalaction.coordination.OpeningForecast;
import org.calltolocalaction.coordination.web.deadline.Zones.Zone;
import org.calltolocalaction.coordination.web.deadline.Zones;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.editions.SignOffRule;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;
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

	private final OpenEdition openEdition;

	private final OpeningForecast forecast;

	private final CallPolicy callPolicy;

	private final Editions editions;

	private final Vocabulary vocabulary;

	private final Zones zones;

	private final Clock clock;

	OpenEditionController(OpenEdition openEdition, OpeningForecast forecast, CallPolicy callPolicy, Editions editions,
			Vocabulary vocabulary, Zones zones, Clock clock) {
		this.openEdition = openEdition;
		this.forecast = forecast;
		this.callPolicy = callPolicy;
		this.editions = editions;
		this.vocabulary = vocabulary;
		this.zones = zones;
		this.clock = clock;
	}

	/**
	 * What there is to choose from when a call is opened.
	 *
	 * @param openCall the call beside which no other can be opened: while there is one,
	 * the page says so instead of asking; null where there is none
	 * @param waiting how many pledges wait for the edition that is opened next
	 */
	record OpenEditionPage(List<Zone> zones, List<String> partnerCodes, @Nullable Edition openCall, long waiting) {

		/** What can be asked of governments. */
		public List<SignOffRule> signOffRules() {
			return List.of(SignOffRule.values());
		}

	}

	@GetMapping
	String form(Person by, Model model) {
		model.addAttribute("form", OpenEditionForm.of(nextToOpen()));
		return page(by, model);
	}

	@PostMapping
	String open(@ModelAttribute("form") OpenEditionForm form, BindingResult errors, Person by, Model model,
			RedirectAttributes redirect) {
		form.check(errors, vocabulary, clock.instant());
		if (errors.hasErrors()) {
			return page(by, model);
		}
		Forecast follows = forecast.of(form.editionYear().orElseThrow(), form.deadline().orElseThrow(), by);
		if (editions.open().isEmpty() && follows.skips() && !form.foreseen()) {
			model.addAttribute("page", follows);
			return "coordination/open-preview";
		}
		openEdition.open(form.editionYear().orElseThrow(), form.forumInEachLanguage(), form.partnerCodes(),
				form.deadline().orElseThrow(), form.signOffRule().orElseThrow(), by);
		redirect.addFlashAttribute("message", "coordination.open.done");
		redirect.addFlashAttribute("messageArguments", new String[] { form.edition() });
		return "redirect:/coordination/editions/" + form.edition();
	}

	/** Back from the preview, with what was typed. */
	@PostMapping("/change")
	String change(@ModelAttribute("form") OpenEditionForm form, Person by, Model model) {
		return page(by, model);
	}

	/**
	 * Plans the edition instead, so that pledges that wait know it: with another call
	 * open, too.
	 */
	@PostMapping("/plan")
	String plan(@ModelAttribute("form") OpenEditionForm form, BindingResult errors, Person by, Model model,
			RedirectAttributes redirect) {
		if (form.editionYear().isEmpty()) {
			errors.rejectValue("edition", "coordination.open.edition.wrong");
			return page(by, model);
		}
		openEdition.plan(form.editionYear().get(), by);
		redirect.addFlashAttribute("message", "coordination.plan.done");
		redirect.addFlashAttribute("messageArguments", new String[] { form.edition() });
		return "redirect:/coordination/editions/" + form.edition();
	}

	private String page(Person by, Model model) {
		model.addAttribute("page", new OpenEditionPage(zones.all(), vocabulary.codes(Vocabulary.PARTNERS),
				editions.open().orElse(null), forecast.waiting(by)));
		return "coordination/open";
	}

	private Edition nextToOpen() {
		Edition edition = callPolicy.edition(callPolicy.nextToCome());
		while (!edition.state().toOpen()) {
			edition = callPolicy.edition(edition.year().next());
		}
		return edition;
	}

}
