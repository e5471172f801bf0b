package org.calltolocalaction.coordination.web.partner;

import java.util.List;
import org.calltolocalaction.coordination.ActAsForeseen;
import org.calltolocalaction.coordination.PartnerForecast;
import org.calltolocalaction.coordination.web.ConfirmedForm;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.partner.PartnerAct;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lists who reviews an edition's pledges, and adds or releases a partner once it was seen
 * what follows.
 */
@Controller
@RequestMapping("/coordination/editions/{year}/partners")
class PartnerController {

	private final PartnerForecast forecast;

	private final ActAsForeseen acts;

	private final Editions editions;

	private final Vocabulary vocabulary;

	PartnerController(PartnerForecast forecast, ActAsForeseen acts, Editions editions, Vocabulary vocabulary) {
		this.forecast = forecast;
		this.acts = acts;
		this.editions = editions;
		this.vocabulary = vocabulary;
	}

	/**
	 * Who reviews, and who could.
	 *
	 * @param possible whether that can be changed now
	 */
	record PartnersPage(Edition edition, List<PartnerCode> present, List<PartnerCode> others, boolean possible) {
	}

	/**
	 * What would follow.
	 *
	 * @param changed whether something else follows than was shown before
	 */
	record PartnerPage(EditionYear year, PartnerForecast.Forecast forecast, boolean changed) {

		/** Where it is done. */
		public String address() {
			return "/coordination/editions/%s/partners/%s/%s".formatted(year, forecast.plan().partner().value(),
					adds() ? "add" : "release");
		}

		public boolean adds() {
			return forecast.plan().act() == PartnerAct.ADDED;
		}

	}

	@GetMapping
	String list(@PathVariable EditionYear year, Model model) {
		Edition edition = editions.edition(year);
		List<PartnerCode> others = vocabulary.activePartners()
			.stream()
			.filter(partner -> !edition.partners().contains(partner))
			.toList();
		model.addAttribute("page",
				new PartnersPage(edition, List.copyOf(edition.partners()), others, edition.state().takesExtensions()));
		return "coordination/partners";
	}

	@GetMapping("/{partner}/add")
	String askToAdd(@PathVariable EditionYear year, @PathVariable PartnerCode partner, Person by, Model model) {
		return asked(year, partner, PartnerAct.ADDED, by, model);
	}

	@PostMapping("/{partner}/add")
	String add(@PathVariable EditionYear year, @PathVariable PartnerCode partner,
			@ModelAttribute("form") ConfirmedForm form, BindingResult errors, Person by, Model model,
			RedirectAttributes redirect) {
		return changed(year, partner, PartnerAct.ADDED, form, errors, by, model, redirect);
	}

	@GetMapping("/{partner}/release")
	String askToRelease(@PathVariable EditionYear year, @PathVariable PartnerCode partner, Person by, Model model) {
		return asked(year, partner, PartnerAct.RELEASED, by, model);
	}

	@PostMapping("/{partner}/release")
	String release(@PathVariable EditionYear year, @PathVariable PartnerCode partner,
			@ModelAttribute("form") ConfirmedForm form, BindingResult errors, Person by, Model model,
			RedirectAttributes redirect) {
		return changed(year, partner, PartnerAct.RELEASED, form, errors, by, model, redirect);
	}

	private String asked(EditionYear year, PartnerCode partner, PartnerAct act, Person by, Model model) {
		model.addAttribute("form", ConfirmedForm.EMPTY);
		return page(year, partner, act, false, by, model);
	}

	private String changed(EditionYear year, PartnerCode partner, PartnerAct act, ConfirmedForm form,
			BindingResult errors, Person by, Model model, RedirectAttributes redirect) {
		form.check("coordination.partners.reason.missing", errors);
		if (errors.hasErrors()) {
			return page(year, partner, act, false, by, model);
		}
		if (acts.changePartners(year, partner, act, form.reason(), form.foreseen(),
				by) == ActAsForeseen.Answer.FORECAST_CHANGED) {
			return page(year, partner, act, true, by, model);
		}
		redirect.addFlashAttribute("message",
				act == PartnerAct.ADDED ? "coordination.partners.added" : "coordination.partners.released");
		return "redirect:/coordination/editions/" + year + "/partners";
	}

	private String page(EditionYear year, PartnerCode partner, PartnerAct act, boolean changed, Person by,
			Model model) {
		model.addAttribute("page", new PartnerPage(year, forecast.of(year, partner, act, by), changed));
		return "coordination/partner";
	}

}
