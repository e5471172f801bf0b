package org.calltolocalaction.coordination.web.moves;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.calltolocalaction.coordination.moves.ModelStep;
import org.calltolocalaction.coordination.moves.MoveForecast;
import org.calltolocalaction.coordination.moves.MoveId;
import org.calltolocalaction.coordination.moves.MoveToNewest;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.coordination.processes.NodeId;
import org.calltolocalaction.coordination.web.ConfirmedForm;
import org.calltolocalaction.coordination.web.processes.ProcessWording;
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

	private final ProcessWording wording;

	MoveController(MoveToNewest moves, ProcessWording wording) {
		this.moves = moves;
		this.wording = wording;
	}

	/**
	 * The versions of a model.
	 *
	 * @param name as the model is called
	 */
	record VersionsPage(MoveToNewest.Versions of, String name) {
	}

	/**
	 * What a move would do.
	 *
	 * @param changed whether something else was foretold when the coordinator confirmed
	 * @param name as the model is called
	 * @param steps what its steps are called
	 */
	record ForecastPage(MoveForecast forecast, boolean changed, String name, Function<ModelStep, String> steps) {

		/** What a step is called. */
		public String called(ModelStep step) {
			return steps.apply(step);
		}

	}

	/**
	 * One move.
	 *
	 * @param begins whether the list is shown from its beginning
	 * @param name as the model is called
	 * @param steps what its steps are called
	 */
	record MovePage(MoveToNewest.MoveSeen seen, boolean begins, String name, Function<ModelStep, String> steps) {

		/** What a step is called. */
		public String called(ModelStep step) {
			return steps.apply(step);
		}

	}

	@GetMapping("/versions")
	String versions(@PathVariable("model") ModelKey key, Person by, Locale language, Model model) {
		model.addAttribute("page", new VersionsPage(moves.versions(key, by), wording.model(key, language)));
		return "coordination/moves/versions";
	}

	@GetMapping("/versions/{version}/move")
	String forecast(@PathVariable("model") ModelKey key, @PathVariable ModelVersionNumber version, Person by,
			Locale language, Model model) {
		model.addAttribute("form", ConfirmedForm.EMPTY);
		return page(key, version, false, by, language, model);
	}

	@PostMapping("/versions/{version}/move")
	String begin(@PathVariable("model") ModelKey key, @PathVariable ModelVersionNumber version,
			@ModelAttribute("form") ConfirmedForm form, BindingResult errors, Person by, Locale language, Model model) {
		form.check("moves.reason.missing", errors);
		if (errors.hasErrors()) {
			return page(key, version, false, by, language, model);
		}
		Optional<MoveId> begun = moves.begin(key, version.value(), form.reason(), form.foreseen(), by);
		return begun.map(id -> "redirect:/coordination/processes/" + key + "/moves/" + id)
			.orElseGet(() -> page(key, version, true, by, language, model));
	}

	@GetMapping("/moves/{move}")
	String move(@PathVariable("model") ModelKey key, @PathVariable MoveId move,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String after, Person by, Locale language,
			Model model) {
		model.addAttribute("page", new MovePage(moves.move(key, move, after, by), after.isEmpty(),
				wording.model(key, language), steps(key, language)));
		return "coordination/moves/move";
	}

	private String page(ModelKey key, ModelVersionNumber version, boolean changed, Person by, Locale language,
			Model model) {
		model.addAttribute("page", new ForecastPage(moves.forecast(key, version.value(), by), changed,
				wording.model(key, language), steps(key, language)));
		return "coordination/moves/forecast";
	}

	private Function<ModelStep, String> steps(ModelKey key, Locale language) {
		return step -> wording.step(key, new NodeId(step.id()), step.name(), language);
	}

}
