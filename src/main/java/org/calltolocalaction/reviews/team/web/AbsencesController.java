package org.calltolocalaction.reviews.team.web;

import java.util.Optional;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.reviews.absence.Absence;
import org.calltolocalaction.reviews.absence.AbsenceId;
import org.calltolocalaction.reviews.team.BulkResult;
import org.calltolocalaction.reviews.team.EnterAbsence;
import org.calltolocalaction.reviews.team.StandIns;
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
 * A reviewer says when they are away and who stands in, and takes over from whom they
 * stand in for. A lead says it for others, too.
 */
@Controller
@RequestMapping("/reviews/absences")
class AbsencesController {

	private static final String LIST = "redirect:/reviews/absences";

	private final AbsencePages pages;

	private final EnterAbsence enterAbsence;

	private final StandIns standIns;

	private final SelectionReport report;

	private final People people;

	private final DateFormats dates;

	AbsencesController(AbsencePages pages, EnterAbsence enterAbsence, StandIns standIns, SelectionReport report,
			People people, DateFormats dates) {
		this.pages = pages;
		this.enterAbsence = enterAbsence;
		this.standIns = standIns;
		this.report = report;
		this.people = people;
		this.dates = dates;
	}

	@GetMapping
	String list(Person reviewer, Model model) {
		model.addAttribute("form", AbsenceForm.empty());
		return all(reviewer, model);
	}

	@PostMapping
	String enter(@ModelAttribute("form") AbsenceForm form, BindingResult errors, Person reviewer, Model model,
			RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			return all(reviewer, model);
		}
		EnterAbsence.Result result = enterAbsence.enter(form.absentee(reviewer.id()), form.days(),
				form.deputyId().orElseThrow(), reviewer);
		return result.fold(entered -> entered(entered.absence(), reviewer, redirect), notEntered -> {
			AbsenceForm.refuse(notEntered, errors);
			return all(reviewer, model);
		});
	}

	@GetMapping("/{id}")
	String edit(@PathVariable AbsenceId id, Person reviewer, Model model) {
		Absence absence = enterAbsence.toChange(id, reviewer);
		model.addAttribute("form", AbsenceForm.of(absence));
		return one(absence, reviewer, model);
	}

	@PostMapping("/{id}")
	String change(@PathVariable AbsenceId id, @ModelAttribute("form") AbsenceForm form, BindingResult errors,
			Person reviewer, Model model, RedirectAttributes redirect) {
		Absence absence = enterAbsence.toChange(id, reviewer);
		form.check(errors);
		if (errors.hasErrors()) {
			return one(absence, reviewer, model);
		}
		EnterAbsence.Result result = enterAbsence.change(absence.id(), form.days(), form.deputyId().orElseThrow(),
				reviewer);
		return result.fold(entered -> entered(entered.absence(), reviewer, redirect), notEntered -> {
			AbsenceForm.refuse(notEntered, errors);
			return one(absence, reviewer, model);
		});
	}

	@PostMapping("/{id}/end")
	String end(@PathVariable AbsenceId id, Person reviewer, RedirectAttributes redirect) {
		boolean own = enterAbsence.end(id, reviewer).reviewer().equals(reviewer.id());
		redirect.addFlashAttribute("message", own ? "team.absence.ended" : "team.absence.ended.theirs");
		return LIST;
	}

	@PostMapping("/{id}/take")
	String takeAll(@PathVariable AbsenceId id, Person reviewer, RedirectAttributes redirect) {
		BulkResult result = standIns.takeAll(id, reviewer);
		redirect.addFlashAttribute("bulk", report.of("TAKE", result, reviewer.id().value()));
		return "redirect:/reviews?tab=mine";
	}

	private String all(Person reviewer, Model model) {
		model.addAttribute("page", pages.list(reviewer));
		return "reviews/team/absences";
	}

	private String one(Absence absence, Person reviewer, Model model) {
		model.addAttribute("page", pages.edit(absence, reviewer));
		return "reviews/team/absence";
	}

	private String entered(Absence absence, Person reviewer, RedirectAttributes redirect) {
		boolean own = absence.reviewer().equals(reviewer.id());
		String deputy = people.person(absence.deputy()).name();
		Optional<Absence> deputyAway = pages.deputyAwayDuring(absence);
		redirect.addFlashAttribute("message",
				deputyAway.isPresent()
						? own ? "team.absence.entered.deputy-away" : "team.absence.entered.theirs.deputy-away"
						: own ? "team.absence.entered" : "team.absence.entered.theirs");
		redirect.addFlashAttribute("messageArguments",
				new Object[] { deputy, deputyAway.map(away -> dates.day(away.firstDay())).orElse(""),
						deputyAway.map(away -> dates.day(away.lastDay())).orElse(""),
						people.person(absence.reviewer()).name() });
		return LIST;
	}

}
