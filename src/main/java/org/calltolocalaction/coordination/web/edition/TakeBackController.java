package org.calltolocalaction.coordination.web.edition;

import org.calltolocalaction.coordination.TakeBackCall;
import org.calltolocalaction.coordination.web.ConfirmedForm;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes back that a call was opened, once it was seen what follows. */
@Controller
@RequestMapping("/coordination/editions/{year}/opening")
class TakeBackController {

	private static final String PAGE = "coordination/take-back";

	private final TakeBackCall takeBackCall;

	private final Editions editions;

	TakeBackController(TakeBackCall takeBackCall, Editions editions) {
		this.takeBackCall = takeBackCall;
		this.editions = editions;
	}

	/**
	 * What would follow if the opening were taken back.
	 *
	 * @param forecast null where it cannot be taken back: the page says so instead of
	 * asking
	 * @param changed whether something else was foretold when the coordinator confirmed
	 */
	record TakeBackPage(Edition edition, TakeBackCall.@Nullable Forecast forecast, boolean changed) {
	}

	@GetMapping
	String form(@PathVariable EditionYear year, Person by, Model model) {
		Edition edition = editions.edition(year);
		model.addAttribute("form", ConfirmedForm.EMPTY);
		model.addAttribute("page", new TakeBackPage(edition,
				takeBackCall.possible(edition) ? takeBackCall.forecast(edition.year(), by) : null, false));
		return PAGE;
	}

	@PostMapping
	String takeBack(@PathVariable EditionYear year, @ModelAttribute("form") ConfirmedForm form, BindingResult errors,
			Person by, Model model, RedirectAttributes redirect) {
		Edition edition = editions.edition(year);
		form.check("coordination.take-back.reason.missing", errors);
		if (errors.hasErrors()) {
			return page(edition, false, by, model);
		}
		if (!takeBackCall.takeBack(edition.year(), form.reason(), form.foreseen(), by)) {
			return page(edition, true, by, model);
		}
		redirect.addFlashAttribute("message", "coordination.take-back.done");
		redirect.addFlashAttribute("messageArguments", new String[] { edition.year().businessKey() });
		return "redirect:/coordination";
	}

	private String page(Edition edition, boolean changed, Person by, Model model) {
		model.addAttribute("page", new TakeBackPage(edition, takeBackCall.forecast(edition.year(), by), changed));
		return PAGE;
	}

}
