package org.calltolocalaction.governments.web;

import org.calltolocalaction.governments.EndorseDeclaration;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The form with which a member records the endorsement of the Marrakech Mayors
 * Declaration.
 */
@Controller
@RequestMapping("/my/government/endorsement")
class EndorsementController {

	/** Whose endorsement is recorded. */
	record EndorsementPage(Government government) {
	}

	private final Governments governments;

	private final EndorseDeclaration endorseDeclaration;

	EndorsementController(Governments governments, EndorseDeclaration endorseDeclaration) {
		this.governments = governments;
		this.endorseDeclaration = endorseDeclaration;
	}

	@GetMapping
	String form(Person person, Model model) {
		Government own = governments.own(person);
		model.addAttribute("page", new EndorsementPage(own));
		model.addAttribute("form", EndorsementForm.of(own.endorsement()));
		return "governments/endorse";
	}

	@PostMapping
	String endorse(Person person, @ModelAttribute("form") EndorsementForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Government own = governments.own(person);
		form.check(errors, endorseDeclaration.today(person));
		if (errors.hasErrors()) {
			model.addAttribute("page", new EndorsementPage(own));
			return "governments/endorse";
		}
		endorseDeclaration.endorse(person, form.endorsement());
		redirect.addFlashAttribute("message", "governments.endorsement.saved");
		return "redirect:/my/government";
	}

}
