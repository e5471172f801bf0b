package org.calltolocalaction.governments.web;

import java.util.Locale;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.RegisterGovernment;
import org.calltolocalaction.governments.RegisterGovernment.Outcome.KnownAlready;
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

/** The form with which a person registers the government for which they act. */
@Controller
@RequestMapping("/my/government/new")
class RegisterGovernmentController {

	private final RegisterGovernment registerGovernment;

	private final Governments governments;

	private final Vocabulary vocabulary;

	RegisterGovernmentController(RegisterGovernment registerGovernment, Governments governments,
			Vocabulary vocabulary) {
		this.registerGovernment = registerGovernment;
		this.governments = governments;
		this.vocabulary = vocabulary;
	}

	@ModelAttribute
	void lists(Locale language, Model model) {
		GovernmentForm.lists(vocabulary, language, model);
	}

	@GetMapping
	String form(Person person, @ModelAttribute("form") GovernmentForm form) {
		return governments.actedForBy(person.id()).isPresent() ? "redirect:/my/government" : "governments/register";
	}

	@PostMapping
	String register(Person person, @ModelAttribute("form") GovernmentForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		form.check(errors, vocabulary);
		if (!errors.hasErrors()
				&& registerGovernment.register(person, form.profile(vocabulary)) instanceof KnownAlready known) {
			offerToJoin(known.government(), errors, model);
		}
		if (errors.hasErrors()) {
			return "governments/register";
		}
		redirect.addFlashAttribute("message", "governments.new.registered");
		return "redirect:/my/government";
	}

	private void offerToJoin(GovernmentId known, BindingResult errors, Model model) {
		errors.rejectValue("name", "governments.new.name.known");
		model.addAttribute("known", governments.government(known));
	}

}
