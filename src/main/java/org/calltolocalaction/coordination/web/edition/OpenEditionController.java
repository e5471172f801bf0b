package org.calltolocalaction.coordination.web.edition;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.coordination.SetUpEdition;
import org.calltolocalaction.editions.EditionSetup;
import org.calltolocalaction.editions.OpenEdition;
import org.calltolocalaction.editions.SuggestSetup;
import org.calltolocalaction.editions.SuggestSetup.Suggestion;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Opens a year's call in two steps: say all that belongs to it, which begins as it was
 * last year, and confirm it with what follows before one's eyes.
 */
@Controller
@RequestMapping("/coordination/editions/new")
class OpenEditionController {

	private final SetUpEdition setUpEdition;

	private final OpenEdition openEdition;

	private final SuggestSetup suggestSetup;

	private final OpenEditionPages pages;

	private final Vocabulary vocabulary;

	private final Clock clock;

	OpenEditionController(SetUpEdition setUpEdition, OpenEdition openEdition, SuggestSetup suggestSetup,
			OpenEditionPages pages, Vocabulary vocabulary, Clock clock) {
		this.setUpEdition = setUpEdition;
		this.openEdition = openEdition;
		this.suggestSetup = suggestSetup;
		this.pages = pages;
		this.vocabulary = vocabulary;
		this.clock = clock;
	}

	@GetMapping
	String form(Person by, Locale language, Model model) {
		Suggestion suggestion = suggestSetup.next();
		OpenEditionForm form = OpenEditionForm.of(suggestion.year(), suggestion.setup());
		model.addAttribute("form", form);
		return page(form, by, language, model);
	}

	@PostMapping
	String open(@ModelAttribute("form") OpenEditionForm form, BindingResult errors, Person by, Locale language,
			Model model, RedirectAttributes redirect) {
		Optional<EditionSetup> setup = form.check(errors, vocabulary, clock.instant());
		if (setup.isEmpty()) {
			return page(form, by, language, model);
		}
		try {
			return setUpEdition.open(form.editionYear().orElseThrow(), setup.get(), form.reason(), form.foreseen(), by)
				.fold(() -> done("coordination.open.done", form, redirect), toRead -> {
					model.addAttribute("page", pages.preview(setup.get(), toRead, language));
					return "coordination/open-preview";
				});
		}
		catch (Refused refused) {
			errors.rejectValue("edition", refused.messageKey(), refused.arguments(), null);
			return page(form, by, language, model);
		}
	}

	/** Back from the preview, with what was typed. */
	@PostMapping("/change")
	String change(@ModelAttribute("form") OpenEditionForm form, Person by, Locale language, Model model) {
		return page(form, by, language, model);
	}

	/**
	 * Plans the edition instead, so that pledges that wait know it: with another call
	 * open, too.
	 */
	@PostMapping("/plan")
	String plan(@ModelAttribute("form") OpenEditionForm form, BindingResult errors, Person by, Locale language,
			Model model, RedirectAttributes redirect) {
		if (form.editionYear().isEmpty()) {
			errors.rejectValue("edition", "coordination.open.edition.wrong");
			return page(form, by, language, model);
		}
		openEdition.plan(form.editionYear().get(), by);
		return done("coordination.plan.done", form, redirect);
	}

	private static String done(String message, OpenEditionForm form, RedirectAttributes redirect) {
		redirect.addFlashAttribute("message", message);
		redirect.addFlashAttribute("messageArguments", new String[] { form.edition() });
		return "redirect:/coordination/editions/" + form.edition();
	}

	private String page(OpenEditionForm form, Person by, Locale language, Model model) {
		model.addAttribute("page", pages.form(form, by, language));
		return "coordination/open";
	}

}
