package org.calltolocalaction.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.identity.EmailAddress;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people of one city hall, and one draft. */
class ColleaguesJourneyTests extends Journey {

	@Autowired
	private OpenAccount openAccount;

	@Test
	void two_members_write_at_once_and_neither_text_is_lost() {
		story.anOpenEdition();
		Person member = story.memberOf("Maputo");
		PersonAtBrowser ana = signedIn(member);
		PersonAtBrowser eva = joins(ana, story.nameOfGovernmentOf(member));

		ana.opens("/my/pledges/new").fills(Map.of("title", "Homes", "headOfGovernment", "The Mayor"));
		ana.presses("Save as a draft").isTold("Your draft is saved.");
		String draft = "/my/pledges/" + ana.reference();
		eva.opens(draft);

		ana.fills(Map.of("title", "Homes for families", "expectedImpact", "300 families")).presses("Save as a draft");
		eva.fills(Map.of("title", "Homes for the young", "budget", "About 1.2 million euro"));
		eva.presses("Save as a draft").sees("Member of Maputo changed the same answers meanwhile");
		assertThat(eva.page().locator("#conflict")).containsText("Homes for families");
		assertThat(eva.control("title")).hasValue("Homes for the young");
		assertThat(eva.control("budget")).hasValue("About 1.2 million euro");
		assertThat(eva.control("expectedImpact")).hasValue("300 families");

		eva.fills(Map.of("title", "Homes for families and the young")).presses("Save as a draft");
		eva.isTold("Your draft is saved.");
		ana.opens(draft);
		assertThat(ana.control("title")).hasValue("Homes for families and the young");
		assertThat(ana.control("expectedImpact")).hasValue("300 families");
		assertThat(ana.control("budget")).hasValue("About 1.2 million euro");
		assertThat(ana.control("headOfGovernment")).hasValue("The Mayor");
	}

	private PersonAtBrowser joins(PersonAtBrowser member, String government) {
		EmailAddress address = EmailAddress.parse("eva@" + government.replace(' ', '-') + ".example.org").orElseThrow();
		PersonAtBrowser eva = signedIn(openAccount.of(address, Locale.ENGLISH));
		eva.isAt("/my/government").fills(Map.of("q", government)).presses("Search").sees("One government found");
		eva.presses("Ask to join " + government).seesTitle("Waiting for an answer");
		member.opens("/my/government").sees("Requests to join");
		member.presses("Agree that " + address.value() + " joins").isTold("The person is now a member.");
		return eva;
	}

}
