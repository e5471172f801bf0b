package org.calltolocalaction.governments.web;

import java.util.Locale;
import org.calltolocalaction.governments.CorrectProfile;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
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

/** The form with which a coordinator corrects what is known of a government. */
@Controller
@RequestMapping("/coordination/governments/{id}/profile")
class CorrectGovernmentController {

	/** What coordinators can choose from when they correct a profile. */
	record CoordinatorsCorrectionPage(Government government, GovernmentForm.Choices choices) {
	}

	private final CorrectProfile correctProfile;

	private final Governments governments;

	private final Vocabulary vocabulary;

	CorrectGovernmentController(CorrectProfile correctProfile, Governments governments, Vocabulary vocabulary) {
		this.correctProfile = correctProfile;
		this.governments = governments;
		this.vocabulary = vocabulary;
	}

	@GetMapping
	String form(@PathVariable GovernmentId id, Person by, Locale language, Model model) {
		by.requireOversight();
		model.addAttribute("form", GovernmentForm.of(governments.government(id).profile()));
		return shown(id, language, model);
	}

	@PostMapping
	String correct(@PathVariable GovernmentId id, @ModelAttribute("form") GovernmentForm form, BindingResult errors,
			Person by, Locale language, Model model, RedirectAttributes redirect) {
		by.requireCoordinator();
		form.check(errors, vocabulary);
		if (!errors.hasErrors()) {
			correct(id, form, errors, by);
		}
		if (errors.hasErrors()) {
			return shown(id, language, model);
		}
		redirect.addFlashAttribute("message", "parties.correct.done");
		return "redirect:/coordination/governments/" + id;
	}

	private void correct(GovernmentId id, GovernmentForm form, BindingResult errors, Person by) {
		try {
			correctProfile.correct(id, form.profile(vocabulary), by);
		}
		catch (Refused refused) {
			errors.rejectValue("name", refused.messageKey());
		}
	}

	private String shown(GovernmentId id, Locale language, Model model) {
		model.addAttribute("page", new CoordinatorsCorrectionPage(governments.government(id),
				GovernmentForm.Choices.in(vocabulary, language)));
		return "coordination/governments/profile";
	}

}
