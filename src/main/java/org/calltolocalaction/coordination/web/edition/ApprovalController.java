package org.calltolocalaction.coordination.web.edition;

import org.calltolocalaction.coordination.ActAsForeseen;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.PlanActs;
import org.calltolocalaction.coordination.web.ConfirmedForm;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.ReleaseReport;
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

/** Approves an edition's frozen report, once it was seen what follows. */
@Controller
@RequestMapping("/coordination/editions/{year}/approval")
class ApprovalController {

	private final PlanActs plans;

	private final ActAsForeseen acts;

	private final ReleaseReport release;

	ApprovalController(PlanActs plans, ActAsForeseen acts, ReleaseReport release) {
		this.plans = plans;
		this.acts = acts;
		this.release = release;
	}

	/**
	 * What would follow if the report were approved.
	 *
	 * @param approved whether it was approved already: the page says so instead of asking
	 * @param changed whether something else was foretold when the coordinator confirmed
	 */
	record ApprovalPage(EditionYear year, ActForecast forecast, boolean approved, boolean changed) {
	}

	@GetMapping
	String ask(@PathVariable EditionYear year, Person by, Model model) {
		model.addAttribute("form", ConfirmedForm.EMPTY);
		return page(year, false, by, model);
	}

	@PostMapping
	String approve(@PathVariable EditionYear year, @ModelAttribute("form") ConfirmedForm form, BindingResult errors,
			Person by, Model model, RedirectAttributes redirect) {
		form.check("coordination.approval.reason.missing", errors);
		if (errors.hasErrors()) {
			return page(year, false, by, model);
		}
		if (acts.approveReport(year, form.reason(), form.foreseen(), by) == ActAsForeseen.Answer.FORECAST_CHANGED) {
			return page(year, true, by, model);
		}
		redirect.addFlashAttribute("message", "coordination.edition.approved");
		return "redirect:/coordination/editions/" + year;
	}

	private String page(EditionYear year, boolean changed, Person by, Model model) {
		model.addAttribute("page",
				new ApprovalPage(year, plans.approvingReport(year, by), release.approved(year), changed));
		return "coordination/approval";
	}

}
