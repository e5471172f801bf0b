package org.calltolocalaction.journeys;

import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.proof.MakeCheckpoint;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A coordinator looks something up on the trail and verifies it, and looks on in the
 * place of the member who asked, on a phone, in each language.
 */
class TrailJourneyTests extends Journey {

	@Autowired
	private MakeCheckpoint make;

	@ParameterizedTest
	@CsvSource({ "en, true", "es, false", "fr, false" })
	void the_trail_is_searched_and_verified(Locale language, boolean scripts) {
		story.anOpenEdition();
		Person member = story.memberOf("Mendoza");
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		while (make.make().isPresent()) {
			// One takes a portion.
		}
		PersonAtBrowser laura = signedIn(story.coordinator(), PageChecks.SMALL, scripts);
		laura.opens("/coordination?lang=" + language.getLanguage());
		try {
			looks_something_up(laura, reference, language);
			looks_on(laura, member, language);
		}
		finally {
			// The other tests' coordinator, too, reads what was chosen last.
			laura.opens("/coordination?lang=en");
		}
	}

	/** Under a banner, on a page that is the member's and in their language. */
	private void looks_on(PersonAtBrowser laura, Person member, Locale language) {
		laura.opens("/coordination/people/view-as?account=" + member.id()).fills(Map.of("reason", "Asked by phone"));
		laura.presses(words("identity.viewing.begin", language))
			.sees(words("site.viewing", Languages.ENGLISH, member.name()));
		laura.presses(words("site.viewing.end", Languages.ENGLISH)).isTold(words("identity.viewing.ended", language));
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
