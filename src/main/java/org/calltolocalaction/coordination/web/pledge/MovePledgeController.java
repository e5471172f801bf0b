package org.calltolocalaction.coordination.web.pledge;

import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reports.correction.CorrectPlacement;
import org.calltolocalaction.reports.correction.CorrectPlacement.Choice;
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
 * Where a coordinator moves a pledge to another edition, and sees before what would
 * follow.
 */
@Controller
@RequestMapping("/coordination/pledges/{reference}/move")
class MovePledgeController {

	private final CorrectPlacement correct;

	MovePledgeController(CorrectPlacement correct) {
		this.correct = correct;
	}

	/** Where it stands, and where it could. */
	record MovePage(Choice choice) {
	}

	@GetMapping
	String page(@PathVariable PledgeReference reference, Person by, Model model) {
		model.addAttribute("form", new MovePledgeForm("", "", ""));
		return page(correct.choice(reference, by), reference, model);
	}

	@PostMapping
	String move(@PathVariable PledgeReference reference, @ModelAttribute("form") MovePledgeForm form,
			BindingResult errors, Person by, Model model, RedirectAttributes redirect) {
		Optional<Choice> choice = correct.choice(reference, by);
		form.check(errors);
		if (errors.hasErrors()) {
			return page(choice, reference, model);
		}
		EditionYear from = EditionYear.parse(form.from()).or(() -> choice.map(Choice::from)).orElseThrow();
		correct.move(reference, from, form.chosen().orElseThrow(), form.reason(), by);
		redirect.addFlashAttribute("message", "coordination.move.done");
		return "redirect:/coordination/pledges/" + reference;
	}

	private static String page(Optional<Choice> choice, PledgeReference reference, Model model) {
		if (choice.isEmpty()) {
			return "redirect:/coordination/pledges/" + reference;
		}
		model.addAttribute("page", new MovePage(choice.get()));
		return "coordination/move";
	}

}
