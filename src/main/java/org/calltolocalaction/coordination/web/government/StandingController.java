package org.calltolocalaction.coordination.web.government;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.calltolocalaction.coordination.governments.DecideAsForeseen;
import org.calltolocalaction.coordination.governments.ReadEvidence;
import org.calltolocalaction.coordination.governments.ReadEvidence.Evidence;
import org.calltolocalaction.coordination.governments.StandingAct;
import org.calltolocalaction.coordination.governments.StandingForecast;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.letters.LetterId;
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
 * Where a coordinator reads what speaks for a government, and confirms, asks or refuses
 * it.
 */
@Controller
@RequestMapping("/coordination/governments/{id}")
class StandingController {

	/**
	 * What a coordinator sees of a government's registration.
	 *
	 * @param changed whether something else would follow by now than they had read
	 */
	record StandingPage(Evidence evidence, StandingForecast forecast, boolean changed) {

		/** What can be said to it now. */
		public StandingAct[] acts() {
			return StandingAct.values();
		}

	}

	private final ReadEvidence evidence;

	private final DecideAsForeseen decide;

	StandingController(ReadEvidence evidence, DecideAsForeseen decide) {
		this.evidence = evidence;
		this.decide = decide;
	}

	@GetMapping("/standing")
	String page(@PathVariable GovernmentId id, Person by, Model model) {
		model.addAttribute("form", StandingForm.empty());
		return shown(id, false, by, model);
	}

	@PostMapping("/standing")
	String decide(@PathVariable GovernmentId id, @ModelAttribute("form") StandingForm form, BindingResult errors,
			Person by, Model model, RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			return shown(id, false, by, model);
		}
		StandingAct act = form.chosen().orElseThrow();
		if (!decide.decide(id, act, form.words(), Objects.requireNonNullElse(form.foreseen(), ""), by)) {
			return shown(id, true, by, model);
		}
		redirect.addFlashAttribute("message", "standing.done." + act.name());
		return "redirect:/coordination/governments/" + id + "/standing";
	}

	@GetMapping("/letters/{letter}")
	void letter(@PathVariable GovernmentId id, @PathVariable LetterId letter, Person by, HttpServletResponse response)
			throws IOException {
		evidence.letter(id, letter, by).to(response);
	}

	private String shown(GovernmentId id, boolean changed, Person by, Model model) {
		Evidence found = evidence.of(id, by);
		// One that was merged leads to the other.
		if (!found.government().id().equals(id)) {
			return "redirect:/coordination/governments/" + found.government().id() + "/standing";
		}
		model.addAttribute("page", new StandingPage(found, decide.forecast(id, by), changed));
		return "coordination/governments/standing";
	}

}
