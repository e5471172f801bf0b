package org.calltolocalaction.journeys;

import java.util.Locale;
import org.calltolocalaction.kernel.audit.proof.MakeCheckpoint;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A coordinator looks something up on the trail and verifies it, on a phone, in each
 * language.
 */
class TrailJourneyTests extends Journey {

	@Autowired
	private MakeCheckpoint make;

	@ParameterizedTest
	@CsvSource({ "en, true", "es, false", "fr, false" })
	void the_trail_is_searched_and_verified(Locale language, boolean scripts) {
		story.anOpenEdition();
		PledgeReference reference = story.aSubmittedPledgeBy(story.memberOf("Mendoza"));
		while (make.make().isPresent()) {
			// One takes a portion.
		}
		PersonAtBrowser laura = signedIn(story.coordinator(), PageChecks.SMALL, scripts);
		laura.opens("/coordination?lang=" + language.getLanguage());
		try {
			looks_something_up(laura, reference, language);
		}
		finally {
			// The other tests' coordinator, too, reads what was chosen last.
			laura.opens("/coordination?lang=en");
		}
	}

	private void looks_something_up(PersonAtBrowser laura, PledgeReference reference, Locale language) {
		laura.follows(words("trail.title", language)).seesTitle(words("trail.title", language));
		laura.sees(words("trail.proof.root", language));
		laura.opens("/coordination/trail?q=knd:pledge.submitted+" + reference)
			.follows(words("searches.proposal", language, "kind:pledge.submitted"))
			.sees(reference.value(), words("coordination.act.pledge.submitted", language));
		laura.presses(words("trail.verify", language));
		laura.follows(words("trail.search.help", language)).seesTitle(words("searches.help.title", language));
	}

}
