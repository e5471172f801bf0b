package org.calltolocalaction.governments.web;

import java.util.Locale;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.RegisterGovernment;
import org.calltolocalaction.governments.RegisterGovernment.Outcome.KnownAlready;
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

/** The form with which a person registers the government for which they act. */
@Controller
@RequestMapping("/my/government/new")
class RegisterGovernmentController {

	/**
	 * What a person sees who registers a government.
	 *
	 * @param known the government that is registered already under what was typed, or
	 * null
	 */
	record RegisterPage(GovernmentForm.Choices choices, @Nullable Government known) {
	}

	private static final String HERE = "redirect:/my/government";

	private final RegisterGovernment registerGovernment;

	private final Governments governments;

	private final Vocabulary vocabulary;

	RegisterGovernmentController(RegisterGovernment registerGovernment, Governments governments,
			Vocabulary vocabulary) {
		this.registerGovernment = registerGovernment;
		this.governments = governments;
		this.vocabulary = vocabulary;
	}

	@GetMapping
	String form(Person person, @ModelAttribute("form") GovernmentForm form, Locale language, Model model) {
		return governments.actedForBy(person.id()).isPresent() ? HERE : shown(null, language, model);
	}

	@PostMapping
	String register(Person person, @ModelAttribute("form") GovernmentForm form, BindingResult errors, Locale language,
			Model model, RedirectAttributes redirect) {
		form.check(errors, vocabulary);
		if (errors.hasErrors()) {
			return shown(null, language, model);
		}
		return registerGovernment.register(person, form.profile(vocabulary)).fold(registered -> {
			redirect.addFlashAttribute("message", registered.messageKey());
			return HERE;
		}, known -> {
			errors.rejectValue("name", known.messageKey());
			return shown(governments.government(known.government()), language, model);
		});
	}

	private String shown(@Nullable Government known, Locale language, Model model) {
		model.addAttribute("page", new RegisterPage(GovernmentForm.Choices.in(vocabulary, language), known));
		return "governments/register";
	}

}
