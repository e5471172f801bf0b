package org.calltolocalaction.coordination.web.edition;

import java.util.Optional;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.calendar.SetReviewCalendar;
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

/** Where coordinators say by which days an edition's pledges are reviewed. */
@Controller
@RequestMapping("/coordination/editions/{year}/review-calendar")
class ReviewCalendarController {

	private final Editions editions;

	private final SetReviewCalendar setReviewCalendar;

	ReviewCalendarController(Editions editions, SetReviewCalendar setReviewCalendar) {
		this.editions = editions;
		this.setReviewCalendar = setReviewCalendar;
	}

	/** An edition's review calendar, to be set. */
	record ReviewCalendarPage(Edition edition) {
	}

	@GetMapping
	String form(@PathVariable EditionYear year, Model model) {
		Edition edition = editions.edition(year);
		model.addAttribute("form", ReviewCalendarForm.of(edition));
		return page(edition, model);
	}

	@PostMapping
	String set(@PathVariable EditionYear year, @ModelAttribute("form") ReviewCalendarForm form, BindingResult errors,
			Person by, Model model, RedirectAttributes redirect) {
		Edition edition = editions.edition(year);
		Optional<ReviewCalendar> calendar = form.check(errors, edition.year());
		if (calendar.isEmpty()) {
			return page(edition, model);
		}
		try {
			setReviewCalendar.set(edition.year(), calendar.get(), form.reason(), by);
		}
		catch (Refused refused) {
			errors.rejectValue("day", refused.messageKey(), refused.arguments(), null);
			return page(edition, model);
		}
		redirect.addFlashAttribute("message", "coordination.calendar.set");
		return "redirect:/coordination/editions/" + edition.year();
	}

	private static String page(Edition edition, Model model) {
		model.addAttribute("page", new ReviewCalendarPage(edition));
		return "coordination/review-calendar";
	}

}
