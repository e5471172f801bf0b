package org.calltolocalaction.coordination.web.government;

import org.calltolocalaction.coordination.governments.ReadChange;
import org.calltolocalaction.coordination.governments.ReadChange.Change;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.standing.DecideChange;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
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
 * Where a coordinator accepts or refuses that a confirmed government is called otherwise.
 */
@Controller
@RequestMapping("/coordination/governments/{id}/change")
class ChangeController {

	/** What a coordinator sees of what is asked. */
	record ChangePage(Change change) {
	}

	private final ReadChange read;

	private final DecideChange decide;

	ChangeController(ReadChange read, DecideChange decide) {
		this.read = read;
		this.decide = decide;
	}

	@GetMapping
	String page(@PathVariable GovernmentId id, Person by, Model model) {
		model.addAttribute("form", ChangeForm.empty());
		return shown(id, by, model);
	}

	@PostMapping
	String decide(@PathVariable GovernmentId id, @ModelAttribute("form") ChangeForm form, BindingResult errors,
			Person by, Model model, RedirectAttributes redirect) {
		by.requireCoordinator();
		form.check(errors);
		if (!errors.hasErrors()) {
			decide(id, form, errors, by);
		}
		if (errors.hasErrors()) {
			return shown(id, by, model);
		}
		redirect.addFlashAttribute("message", "standing.change.done." + form.act());
		return "redirect:/coordination/governments/" + id;
	}

	private void decide(GovernmentId id, ChangeForm form, BindingResult errors, Person by) {
		try {
			if (form.accepts()) {
				decide.accept(id, form.askedAt(), form.words(), by);
			}
			else {
				decide.refuse(id, form.askedAt(), form.words(), by);
			}
		}
		catch (Refused refused) {
			errors.rejectValue("act", refused.messageKey(), refused.arguments(), null);
		}
	}

	/** Where nothing is asked any more, the government itself is shown. */
	private String shown(GovernmentId id, Person by, Model model) {
		return read.of(id, by).map(change -> {
			model.addAttribute("page", new ChangePage(change));
			return "coordination/governments/change";
		}).orElse("redirect:/coordination/governments/" + id);
	}

}
