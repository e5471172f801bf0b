package org.calltolocalaction.governments.web;

import java.util.Locale;
import org.calltolocalaction.governments.CorrectProfile;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
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

/** The form with which a member corrects what is known of their government. */
@Controller
@RequestMapping("/my/government/profile")
class ProfileOfGovernmentController {

	/** What members can choose from when they correct a profile. */
	record CorrectionPage(Government government, GovernmentForm.Choices choices) {
	}

	private final CorrectProfile correctProfile;

	private final Governments governments;

	private final Vocabulary vocabulary;

	ProfileOfGovernmentController(CorrectProfile correctProfile, Governments governments, Vocabulary vocabulary) {
		this.correctProfile = correctProfile;
		this.governments = governments;
		this.vocabulary = vocabulary;
	}

	@GetMapping
	String form(Person person, Locale language, Model model) {
		Government own = governments.own(person);
		model.addAttribute("page", page(own, language));
		model.addAttribute("form", GovernmentForm.of(own));
		return "governments/profile";
	}

	@PostMapping
	String correct(Person person, @ModelAttribute("form") GovernmentForm form, BindingResult errors, Locale language,
			Model model, RedirectAttributes redirect) {
		form.check(errors, vocabulary);
		boolean waits = !errors.hasErrors() && correct(person, form, errors);
		if (errors.hasErrors()) {
			model.addAttribute("page", page(governments.own(person), language));
			return "governments/profile";
		}
		redirect.addFlashAttribute("message", waits ? "governments.profile.asked" : "governments.profile.saved");
		return "redirect:/my/government";
	}

	private CorrectionPage page(Government own, Locale language) {
		return new CorrectionPage(own, GovernmentForm.Choices.in(vocabulary, language));
	}

	private boolean correct(Person person, GovernmentForm form, BindingResult errors) {
		try {
			return correctProfile.correct(person, form.profile(vocabulary), form.why());
		}
		catch (Refused refused) {
			errors.rejectValue("name", refused.messageKey(), refused.arguments(), null);
			return false;
		}
	}

}
