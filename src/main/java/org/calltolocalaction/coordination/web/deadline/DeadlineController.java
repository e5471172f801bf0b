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

	/** An edition's deadline, to be moved. */
	record DeadlinePage(Edition edition, List<Zone> zones) {
	}

	/** Whom it would affect if the deadline were moved. */
	record DeadlinePreviewPage(Edition edition, DeadlinePreview.Preview preview) {
	}

	@GetMapping
	String form(@PathVariable EditionYear year, Model model) {
		Edition edition = editions.edition(year);
		model.addAttribute("form", MoveDeadlineForm.of(edition.deadline()));
		return page(edition, model);
	}

	/** Back from the preview, with what was typed. */
	@PostMapping("/change")
	String change(@PathVariable EditionYear year, @ModelAttribute("form") MoveDeadlineForm form, Model model) {
		return page(editions.edition(year), model);
	}

	@PostMapping("/preview")
	String preview(@PathVariable EditionYear year, @ModelAttribute("form") MoveDeadlineForm form, BindingResult errors,
			Person by, Model model) {
		Edition edition = editions.edition(year);
		form.check(errors, edition.year(), edition.deadline());
		if (errors.hasErrors()) {
			return page(edition, model);
		}
		model.addAttribute("page",
				new DeadlinePreviewPage(edition, preview.of(edition.year(), form.deadline().orElseThrow(), by)));
		return "coordination/deadline-preview";
	}

	@PostMapping
	String move(@PathVariable EditionYear year, @ModelAttribute("form") MoveDeadlineForm form, BindingResult errors,
			Person by, Model model, RedirectAttributes redirect) {
		Edition edition = editions.edition(year);
		form.check(errors, edition.year(), edition.deadline());
		if (errors.hasErrors()) {
			return page(edition, model);
		}
		moveDeadline.move(edition.year(), form.deadline().orElseThrow(), form.reason(), by);
		redirect.addFlashAttribute("message", "coordination.deadline.moved");
		return "redirect:/coordination/editions/" + edition.year();
	}

	private String page(Edition edition, Model model) {
		model.addAttribute("page", new DeadlinePage(edition, zones.all()));
		return "coordination/deadline";
	}

}
