package org.calltolocalaction.coordination.web.deadline;

import java.util.List;
import org.calltolocalaction.coordination.DeadlinePreview;
import org.calltolocalaction.coordination.web.deadline.Zones.Zone;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.MoveDeadline;
import org.calltolocalaction.identity.Person;
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
 * Moves a deadline in three steps: say where to and why, see whom it affects, confirm.
 */
@Controller
@RequestMapping("/coordination/editions/{year}/deadline")
class DeadlineController {

	private static final String FORM = "coordination/deadline";

	private final Editions editions;

	private final MoveDeadline moveDeadline;

	private final DeadlinePreview preview;

	private final Zones zones;

	DeadlineController(Editions editions, MoveDeadline moveDeadline, DeadlinePreview preview, Zones zones) {
		this.editions = editions;
		this.moveDeadline = moveDeadline;
		this.preview = preview;
		this.zones = zones;
	}

	@ModelAttribute("zones")
	List<Zone> zones() {
		return zones.all();
	}

	@ModelAttribute("edition")
	Edition edition(@PathVariable EditionYear year) {
		return editions.edition(year);
	}

	@GetMapping
	String form(@ModelAttribute(name = "edition", binding = false) Edition edition, Model model) {
		model.addAttribute("form", MoveDeadlineForm.of(edition.deadline()));
		return FORM;
	}

	/** Back from the preview, with what was typed. */
	@PostMapping("/change")
	String change(@ModelAttribute("form") MoveDeadlineForm form) {
		return FORM;
	}

	@PostMapping("/preview")
	String preview(@ModelAttribute(name = "edition", binding = false) Edition edition,
			@ModelAttribute("form") MoveDeadlineForm form, BindingResult errors, Person by, Model model) {
		form.check(errors, edition.year(), edition.deadline());
		if (errors.hasErrors()) {
			return FORM;
		}
		model.addAttribute("preview", preview.of(edition.year(), form.deadline().orElseThrow(), by));
		return "coordination/deadline-preview";
	}

	@PostMapping
	String move(@ModelAttribute(name = "edition", binding = false) Edition edition,
			@ModelAttribute("form") MoveDeadlineForm form, BindingResult errors, Person by,
			RedirectAttributes redirect) {
		form.check(errors, edition.year(), edition.deadline());
		if (errors.hasErrors()) {
			return FORM;
		}
		moveDeadline.move(edition.year(), form.deadline().orElseThrow(), form.reason(), by);
		redirect.addFlashAttribute("message", "coordination.deadline.moved");
		return "redirect:/coordination/editions/" + edition.year();
	}

}
