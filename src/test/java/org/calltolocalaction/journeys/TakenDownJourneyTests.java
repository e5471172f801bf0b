package org.calltolocalaction.journeys;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A published pledge is taken down and found nowhere. */
class TakenDownJourneyTests extends Journey {

	private static final String TITLE = "A welcome desk in every district";

	@ParameterizedTest
	@CsvSource({ "en, 1280, true", "es, 360, false", "fr, 360, true" })
	void a_member_withdraws_the_consent_and_gives_it_again(Locale language, int width, boolean scripts) {
		story.anOpenEdition();
		Person ana = story.memberOf("Sfax", language, ZoneId.of("Africa/Tunis"));
		PledgeReference reference = published(ana);
		PersonAtBrowser browser = signedIn(ana, width, scripts);

		browser.opens("/my/pledges/" + reference).follows(words("reports.publication.title", language));
		browser.follows(words("reports.publication.open", language)).sees(TITLE);
		browser.opens("/my/pledges/" + reference + "/publication");
		browser.sees(words("reports.publication.follows.lists", language))
			.presses(words("reports.publication.withdraw", language))
			.isTold(words("reports.publication.withdrawn", language));
		browser.opens("/pledges?q=" + reference).doesNotSee(TITLE);

		browser.opens("/my/pledges/" + reference + "/publication")
			.presses(words("reports.publication.give", language))
			.isTold(words("reports.publication.given", language));
		browser.opens("/pledges/" + reference).sees(TITLE);
	}

	@Test
	void a_coordinator_takes_down_a_pledge_and_puts_it_back() {
		story.anOpenEdition();
		PledgeReference reference = published(story.memberOf("Kampala"));
		PersonAtBrowser laura = signedIn(story.coordinator());

		laura.opens("/coordination/pledges/" + reference).follows("Publication of the pledge");
		laura.presses("Take down the pledge").seesErrorsThatLeadToTheirFields();
		laura.fills(Map.of("kind", "PERSONAL_DATA", "reason", "A telephone number")).presses("Take down the pledge");
		laura.isTold("The pledge has been taken down.");
		laura.opens("/pledges?q=" + reference).doesNotSee(TITLE);
		laura.opens("/coordination/pledges/" + reference + "/publication")
			.fills(Map.of("reason", "It was public anyway"))
			.presses("Publish the pledge again");
		laura.isTold(words("coordination.publication.put-back", Languages.ENGLISH));
		laura.opens("/coordination/pledges/" + reference).sees("Pledge taken down", "personal data");
		laura.opens("/pledges/" + reference).sees(TITLE);
	}

	private PledgeReference published(Person member) {
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		jobs.run(reference);
		story.allJudge(reference, "APPROVE");
		return reference;
	}

}
