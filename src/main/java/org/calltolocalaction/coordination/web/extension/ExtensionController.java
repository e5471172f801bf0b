package org.calltolocalaction.coordination.web.extension;

import java.util.List;
import org.calltolocalaction.coordination.ExtendCall;
import org.calltolocalaction.coordination.ForeseenPlaces;
import org.calltolocalaction.coordination.ReadExtensions;
import org.calltolocalaction.coordination.web.deadline.Zones;
import org.calltolocalaction.coordination.web.deadline.Zones.Zone;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lists who has more time than an edition's deadline, and grants it in three steps: say
 * to whom, until when and why; see what follows; confirm.
 */
@Controller
@RequestMapping("/coordination/editions/{year}/extensions")
class ExtensionController {

	private final ReadExtensions extensions;

	private final ExtendCall extend;

	private final ForeseenPlaces places;

	private final HolderChoice choice;

	private final Editions editions;

	private final Zones zones;

	ExtensionController(ReadExtensions extensions, ExtendCall extend, ForeseenPlaces places, HolderChoice choice,
			Editions editions, Zones zones) {
		this.extensions = extensions;
		this.extend = extend;
		this.places = places;
		this.choice = choice;
		this.editions = editions;
		this.zones = zones;
	}

	/**
	 * The extensions of an edition.
	 *
	 * @param possible whether another one can be granted
	 */
	record ExtensionsPage(Edition edition, ReadExtensions.Lines lines, boolean possible) {
	}

	/**
	 * An extension to be granted.
	 *
	 * @param several governments of which one is to be chosen
	 */
	record ExtensionPage(Edition edition, List<Zone> zones, List<Government> several) {
	}

	/**
	 * What would follow if it were granted.
	 *
	 * @param places the first of the pledges that count for another edition then
	 * @param changed whether something else follows than was shown before
	 */
	record ExtensionPreviewPage(Edition edition, ExtendCall.Forecast forecast, ForeseenPlaces.Places places,
			boolean changed) {
	}

	@GetMapping
	String list(@PathVariable EditionYear year, Person by, Model model) {
		Edition edition = editions.edition(year);
		model.addAttribute("page",
				new ExtensionsPage(edition, extensions.of(year, by), edition.state().takesExtensions()));
		return "coordination/extensions";
	}

	@GetMapping("/new")
	String form(@PathVariable EditionYear year, @RequestParam(defaultValue = "") @As(Text.LINE) String whom,
			Model model) {
		Edition edition = editions.edition(year);
		model.addAttribute("form", ExtensionForm.of(edition.deadline(), whom));
		return page(edition, List.of(), model);
	}

	/** Back from the preview, with what was typed. */
	@PostMapping("/change")
	String change(@PathVariable EditionYear year, @ModelAttribute("form") ExtensionForm form, Model model) {
		return page(editions.edition(year), List.of(), model);
	}

	@PostMapping("/preview")
	String preview(@PathVariable EditionYear year, @ModelAttribute("form") ExtensionForm form, BindingResult errors,
			Person by, Model model) {
		Edition edition = editions.edition(year);
		HolderChoice.Found found = choice.find(form, errors);
		form.check(errors, edition.year());
		if (errors.hasErrors()) {
			return page(edition, found.several(), model);
		}
		try {
			return preview(edition, form.extension(year, found.holder()).orElseThrow(), false, by, model);
		}
		catch (Refused refused) {
			errors.rejectValue("day", refused.messageKey(), refused.arguments(), null);
			return page(edition, List.of(), model);
		}
	}

	@PostMapping
	String grant(@PathVariable EditionYear year, @ModelAttribute("form") ExtensionForm form, BindingResult errors,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String foreseen, Person by, Model model,
			RedirectAttributes redirect) {
		Edition edition = editions.edition(year);
		HolderChoice.Found found = choice.find(form, errors);
		form.check(errors, edition.year());
		if (errors.hasErrors()) {
			return page(edition, found.several(), model);
		}
		Extension extension = form.extension(year, found.holder()).orElseThrow();
		if (!extend.grant(extension, form.reason(), foreseen, by)) {
			return preview(edition, extension, true, by, model);
		}
		redirect.addFlashAttribute("message", "coordination.extensions.granted");
		return "redirect:/coordination/editions/" + year + "/extensions";
	}

	private String preview(Edition edition, Extension extension, boolean changed, Person by, Model model) {
		ExtendCall.Forecast forecast = extend.ifGranted(extension, by);
		model.addAttribute("page",
				new ExtensionPreviewPage(edition, forecast, places.of(forecast.plan(), by), changed));
		return "coordination/extension-preview";
	}

	private String page(Edition edition, List<Government> several, Model model) {
		model.addAttribute("page", new ExtensionPage(edition, zones.all(), several));
		return "coordination/extension";
	}

}
