package org.calltolocalaction.coordination.web.deadline;

import java.util.List;
import org.calltolocalaction.coordination.ActAsForeseen;
import org.calltolocalaction.coordination.DeadlinePreview;
import org.calltolocalaction.coordination.web.deadline.Zones.Zone;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Moves a deadline in three steps: say where to and why, see whom it affects, confirm.
 */
@Controller
@RequestMapping("/coordination/editions/{year}/deadline")
class DeadlineController {

	private final Editions editions;

	private final ActAsForeseen acts;

	private final DeadlinePreview preview;

	private final Zones zones;

	DeadlineController(Editions editions, ActAsForeseen acts, DeadlinePreview preview, Zones zones) {
		this.editions = editions;
		this.acts = acts;
		this.preview = preview;
		this.zones = zones;
	}

	/** An edition's deadline, to be moved. */
	record DeadlinePage(Edition edition, List<Zone> zones) {
	}

	/**
	 * Whom it would affect if the deadline were moved.
	 *
	 * @param changed whether something else was foretold when the coordinator confirmed
	 */
	record DeadlinePreviewPage(Edition edition, DeadlinePreview.Preview preview, boolean changed) {
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
		return previewPage(edition, form, false, by, model);
	}

	@PostMapping
	String move(@PathVariable EditionYear year, @ModelAttribute("form") MoveDeadlineForm form, BindingResult errors,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String foreseen, Person by, Model model,
			RedirectAttributes redirect) {
		Edition edition = editions.edition(year);
		form.check(errors, edition.year(), edition.deadline());
		if (errors.hasErrors()) {
			return page(edition, model);
		}
		ActAsForeseen.Answer answer = acts.moveDeadline(edition.year(), form.deadline().orElseThrow(), form.reason(),
				foreseen, by);
		if (answer == ActAsForeseen.Answer.FORECAST_CHANGED) {
			return previewPage(edition, form, !foreseen.isEmpty(), by, model);
		}
		redirect.addFlashAttribute("message", "coordination.deadline.moved");
		return "redirect:/coordination/editions/" + edition.year();
	}

	private String previewPage(Edition edition, MoveDeadlineForm form, boolean changed, Person by, Model model) {
		model.addAttribute("page", new DeadlinePreviewPage(edition,
				preview.of(edition.year(), form.deadline().orElseThrow(), by), changed));
		return "coordination/deadline-preview";
	}

	private String page(Edition edition, Model model) {
		model.addAttribute("page", new DeadlinePage(edition, zones.all()));
		return "coordination/deadline";
	}

}
