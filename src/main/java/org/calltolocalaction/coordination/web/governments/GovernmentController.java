package org.calltolocalaction.coordination.web.governments;

import java.util.List;
import java.util.Locale;
import org.calltolocalaction.coordination.governments.CloseAsForeseen;
import org.calltolocalaction.coordination.governments.CloseForecast;
import org.calltolocalaction.coordination.governments.ReadGovernment;
import org.calltolocalaction.coordination.web.ConfirmedForm;
import org.calltolocalaction.coordination.web.TrailReadout;
import org.calltolocalaction.coordination.web.TrailReadout.Act;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
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
 * What coordinators see of one government, and where they close it or open it again. The
 * address of one that was merged leads to the other.
 */
@Controller
@RequestMapping("/coordination/governments/{id}")
class GovernmentController {

	private final ReadGovernment read;

	private final CloseAsForeseen close;

	private final Governments governments;

	private final TrailReadout words;

	GovernmentController(ReadGovernment read, CloseAsForeseen close, Governments governments, TrailReadout words) {
		this.read = read;
		this.close = close;
		this.governments = governments;
		this.words = words;
	}

	/** A government with all that is known of it. */
	record GovernmentPage(ReadGovernment.File file, List<Act> trail) {
	}

	/**
	 * What would follow if it were closed now, or opened again.
	 *
	 * @param changed whether something else follows than was shown before
	 */
	record ClosingPage(Government government, CloseForecast forecast, boolean changed) {
	}

	@GetMapping
	String page(@PathVariable GovernmentId id, Person by, ReaderTimes times, Locale language, Model model) {
		ReadGovernment.File file = read.of(id, by);
		if (!file.government().id().equals(id)) {
			return to(file.government().id());
		}
		model.addAttribute("page", new GovernmentPage(file, words.of(file.trail(), times, language)));
		return "coordination/governments/government";
	}

	@GetMapping("/close")
	String form(@PathVariable GovernmentId id, Person by, Model model) {
		model.addAttribute("form", ConfirmedForm.EMPTY);
		return closing(id, false, by, model);
	}

	@PostMapping("/close")
	String close(@PathVariable GovernmentId id, @ModelAttribute("form") ConfirmedForm form, BindingResult errors,
			Person by, Model model, RedirectAttributes redirect) {
		form.check("parties.reason.missing", errors);
		if (errors.hasErrors()) {
			return closing(id, false, by, model);
		}
		boolean closed = governments.government(id).closed();
		if (!close.change(id, form.reason(), form.foreseen(), by)) {
			return closing(id, true, by, model);
		}
		redirect.addFlashAttribute("message", closed ? "parties.reopen.done" : "parties.close.done");
		return to(id);
	}

	private String closing(GovernmentId id, boolean changed, Person by, Model model) {
		CloseForecast forecast = close.forecast(id, by);
		model.addAttribute("page", new ClosingPage(governments.government(id), forecast, changed));
		return "coordination/governments/close";
	}

	private static String to(GovernmentId id) {
		return "redirect:" + GovernmentListAddress.PATH + "/" + id;
	}

}
