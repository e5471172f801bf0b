package org.calltolocalaction.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member takes something back, and takes that back. */
class ChangedMindJourneyTests extends Journey {

	@ParameterizedTest
	@CsvSource({ "es, 360, false", "fr, 1280, true" })
	void a_member_withdraws_a_pledge_and_revives_it(Locale language, int width, boolean scripts) {
		story.anOpenEdition();
		Person ana = story.memberOf("Sfax", language, ZoneId.of("Africa/Tunis"));
		PledgeReference reference = story.aSubmittedPledgeBy(ana);
		jobs.run(reference);
		PersonAtBrowser browser = signedIn(ana, width, scripts);

		browser.opens("/my/pledges/" + reference).follows(words("pledges.withdraw", language));
		browser.presses(words("pledges.withdraw.do", language)).isTold(words("pledges.withdrawn", language));
		browser.presses(words("pledges.revive", language)).isTold(words("pledges.revived", language));
		browser.sees(words("pledges.revived.help", language)).follows(words("pledges.check.title", language));
		browser.presses(words("pledges.check.submit", language)).sees(reference.value());
		jobs.run(reference);

		browser.follows(words("pledges.receipt.follow", language)).sees(words("pledges.next.UNDER_REVIEW", language));
		assertThat(story.pledge(reference).latestRevision()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "en, 360, true", "fr, 360, false" })
	void a_member_discards_a_draft_and_brings_it_back(Locale language, int width, boolean scripts) {
		story.anOpenEdition();
		Person ana = story.memberOf("Quito", language, ZoneId.of("America/Guayaquil"));
		PledgeReference draft = story.aDraftBy(ana);
		PersonAtBrowser browser = signedIn(ana, width, scripts);

		browser.opens("/my/pledges/" + draft).presses(words("pledges.discard", language));
		browser.isTold(words("pledges.discarded", language));
		browser.page().getByText(words("pledges.my.discarded", language, 1)).click();
		browser.follows("A welcome desk in every district").presses(words("pledges.bring-back", language));

		browser.isTold(words("pledges.brought-back", language)).sees(words("pledges.discard", language));
		assertThat(story.pledge(draft).state()).isEqualTo(PledgeState.DRAFT);
	}

}
