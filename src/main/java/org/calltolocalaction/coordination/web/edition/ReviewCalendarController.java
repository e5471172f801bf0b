package org.calltolocalaction.coordination.web.edition;

import java.util.Optional;
import org.calltolocalaction.coordination.ActAsForeseen;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.PlanActs;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.calendar.SetReviewCalendar;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
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

/** Where coordinators say by which days an edition's pledges are reviewed. */
@Controller
@RequestMapping("/coordination/editions/{year}/review-calendar")
class ReviewCalendarController {

	private final Editions editions;

	private final SetReviewCalendar setReviewCalendar;

	private final PlanActs plans;

	private final ActAsForeseen acts;

	ReviewCalendarController(Editions editions, SetReviewCalendar setReviewCalendar, PlanActs plans,
			ActAsForeseen acts) {
		this.editions = editions;
		this.setReviewCalendar = setReviewCalendar;
		this.plans = plans;
		this.acts = acts;
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

	/**
	 * What would follow where the calendar were set so.
	 *
	 * @param changed whether something else was foretold when the coordinator confirmed
	 */
	record CalendarPreviewPage(Edition edition, ReviewCalendar calendar, ActForecast forecast, boolean changed) {
	}

	/** Back from the preview, with what was typed. */
	@PostMapping("/change")
	String change(@PathVariable EditionYear year, @ModelAttribute("form") ReviewCalendarForm form, Model model) {
		return page(editions.edition(year), model);
	}

	/**
	 * Shows what would follow, and sets the calendar where exactly that was confirmed.
	 */
	@PostMapping
	String set(@PathVariable EditionYear year, @ModelAttribute("form") ReviewCalendarForm form, BindingResult errors,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String foreseen, Person by, Model model,
			RedirectAttributes redirect) {
		Edition edition = editions.edition(year);
		Optional<ReviewCalendar> calendar = form.check(errors, edition.year());
		if (calendar.isEmpty()) {
			return page(edition, model);
		}
		try {
			setReviewCalendar.requirePossible(edition, calendar.get());
			ActAsForeseen.Answer answer = acts.setReviewCalendar(edition.year(), calendar.get(), form.reason(),
					foreseen, by);
			if (answer == ActAsForeseen.Answer.FORECAST_CHANGED) {
				model.addAttribute("page", new CalendarPreviewPage(edition, calendar.get(),
						plans.settingCalendar(edition.year(), calendar.get(), by), !foreseen.isEmpty()));
				return "coordination/review-calendar-preview";
			}
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
