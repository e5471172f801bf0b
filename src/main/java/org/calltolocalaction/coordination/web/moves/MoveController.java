package org.calltolocalaction.coordination.web.moves;

import java.util.Optional;
import org.calltolocalaction.coordination.moves.MoveForecast;
import org.calltolocalaction.coordination.moves.MoveId;
import org.calltolocalaction.coordination.moves.MoveToNewest;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.coordination.web.ConfirmedForm;
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

/**
 * Shows under which versions of a model something runs, what a move to the newest would
 * do, and what moves have done.
 */
@Controller
@RequestMapping("/coordination/processes/{model}")
class MoveController {

	private final MoveToNewest moves;

	MoveController(MoveToNewest moves) {
		this.moves = moves;
	}

	/**
	 * What a move would do.
	 *
	 * @param changed whether something else was foretold when the coordinator confirmed
	 */
	record ForecastPage(MoveForecast forecast, boolean changed) {
	}

	/**
	 * One move.
	 *
	 * @param begins whether the list is shown from its beginning
	 */
	record MovePage(MoveToNewest.MoveSeen seen, boolean begins) {
	}

	@GetMapping("/versions")
	String versions(@PathVariable("model") ModelKey key, Person by, Model model) {
		model.addAttribute("page", moves.versions(key, by));
		return "coordination/moves/versions";
	}

	@GetMapping("/versions/{version}/move")
	String forecast(@PathVariable("model") ModelKey key, @PathVariable ModelVersionNumber version, Person by,
			Model model) {
		model.addAttribute("form", ConfirmedForm.EMPTY);
		return page(key, version, false, by, model);
	}

	@PostMapping("/versions/{version}/move")
	String begin(@PathVariable("model") ModelKey key, @PathVariable ModelVersionNumber version,
			@ModelAttribute("form") ConfirmedForm form, BindingResult errors, Person by, Model model) {
		form.check("moves.reason.missing", errors);
		if (errors.hasErrors()) {
			return page(key, version, false, by, model);
		}
		Optional<MoveId> begun = moves.begin(key, version.value(), form.reason(), form.foreseen(), by);
		return begun.map(id -> "redirect:/coordination/processes/" + key + "/moves/" + id)
			.orElseGet(() -> page(key, version, true, by, model));
	}

	@GetMapping("/moves/{move}")
	String move(@PathVariable("model") ModelKey key, @PathVariable MoveId move,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String after, Person by, Model model) {
		model.addAttribute("page", new MovePage(moves.move(key, move, after, by), after.isEmpty()));
		return "coordination/moves/move";
	}

	private String page(ModelKey key, ModelVersionNumber version, boolean changed, Person by, Model model) {
		model.addAttribute("page", new ForecastPage(moves.forecast(key, version.value(), by), changed));
		return "coordination/moves/forecast";
	}

}
