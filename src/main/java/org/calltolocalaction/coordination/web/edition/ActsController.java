package org.calltolocalaction.coordination.web.edition;

import java.util.List;
import java.util.Locale;
import org.calltolocalaction.coordination.ReadTrail;
import org.calltolocalaction.coordination.forecast.CompareForecast;
import org.calltolocalaction.coordination.forecast.Foretold;
import org.calltolocalaction.coordination.forecast.ForetoldActs;
import org.calltolocalaction.coordination.forecast.ForetoldId;
import org.calltolocalaction.coordination.web.TrailReadout;
import org.calltolocalaction.coordination.web.TrailReadout.Act;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The acts on an edition of which a page foretold what they do, and what then happened.
 */
@Controller
@RequestMapping("/coordination/editions/{year}/acts")
class ActsController {

	private final Editions editions;

	private final ForetoldActs acts;

	private final CompareForecast compare;

	private final ReadTrail trail;

	private final TrailReadout words;

	ActsController(Editions editions, ForetoldActs acts, CompareForecast compare, ReadTrail trail, TrailReadout words) {
		this.editions = editions;
		this.acts = acts;
		this.compare = compare;
		this.trail = trail;
		this.words = words;
	}

	/** The newest acts on an edition. */
	record ActsPage(Edition edition, List<Foretold> acts) {
	}

	/**
	 * One act, foretold and happened.
	 *
	 * @param done what the trail says of it
	 */
	record ActPage(Edition edition, CompareForecast.Comparison comparison, List<Act> done) {
	}

	@GetMapping
	String acts(@PathVariable EditionYear year, Person by, Model model) {
		Edition edition = editions.edition(year);
		model.addAttribute("page", new ActsPage(edition, acts.on(year, by)));
		return "coordination/acts";
	}

	@GetMapping("/{act}")
	String act(@PathVariable EditionYear year, @PathVariable ForetoldId act, Person by,
			@ModelAttribute("times") ReaderTimes times, Locale language, Model model) {
		CompareForecast.Comparison comparison = compare.of(year, act, by);
		List<Act> done = words.of(trail.of(comparison.entry().stream().toList()), times, language);
		model.addAttribute("page", new ActPage(editions.edition(year), comparison, done));
		return "coordination/act";
	}

}
