package org.calltolocalaction.reviews.judging.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.worklist.VisitPledge;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lets the page of a pledge say what happened since its reader was there before. */
@Component
class NewsSinceLastVisit {

	private final VisitPledge looks;

	NewsSinceLastVisit(VisitPledge looks) {
		this.looks = looks;
	}

	/** Notes that the reader is there now; empty where it is the first time. */
	Optional<Instant> look(PledgeReference pledge, Person reviewer) {
		return looks.look(pledge, reviewer);
	}

	/**
	 * With {@code lastLooked}, whatever on the page has a date can say whether it is new:
	 * reviews/news.html.
	 */
	void addTo(Model model, Optional<Instant> lastLooked, PledgeReference pledge, Person reviewer) {
		model.addAttribute("lastLooked", lastLooked.orElse(null));
		model.addAttribute("news", lastLooked.map(then -> looks.since(then, pledge, reviewer)).orElse(List.of()));
	}

}
