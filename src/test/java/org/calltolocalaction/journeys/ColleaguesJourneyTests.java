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

		ana.opens("/my/pledges/new").presses("Begin").follows("What you do").fills(Map.of("title", "Homes"));
		savedBy(ana);
		String action = "/my/pledges/" + ana.reference() + "/sections/action";
		eva.opens(action).sees("Member of Maputo is working on this part now");
		assertThat(eva.control("title")).hasValue("Homes");

		ana.fills(Map.of("expectedImpact", "300 families"));
		savedBy(ana);
		eva.fills(Map.of("summary", "Homes for the young"));
		assertThat(eva.page().locator("[data-desk-saved]")).containsText("A colleague changed other answers");
		assertThat(eva.control("expectedImpact")).hasValue("300 families");

		ana.fills(Map.of("title", "Homes for families"));
		savedBy(ana);
		eva.fills(Map.of("title", "Homes for the young"));
		assertThat(eva.page().locator("[data-desk-saved]")).containsText("Member of Maputo changed the same answer");
		eva.presses("Save and continue").sees("Member of Maputo changed the same answers meanwhile");
		assertThat(eva.page().locator("#conflict")).containsText("Homes for families");
		assertThat(eva.control("title")).hasValue("Homes for the young");
		eva.fills(Map.of("title", "Homes for families and the young")).presses("Save and continue");
		ana.opens(action);
		assertThat(ana.control("title")).hasValue("Homes for families and the young");
		assertThat(ana.control("summary")).hasValue("Homes for the young");
		assertThat(ana.control("expectedImpact")).hasValue("300 families");
	}

	@Test
	void what_is_typed_without_a_connection_is_saved_when_it_is_back_and_when_the_page_is_left() {
		story.anOpenEdition();
		PersonAtBrowser ana = signedIn(story.memberOf("Beira"));
		ana.opens("/my/pledges/new").presses("Begin").follows("What you do");
		String action = ana.page().url();
		ana.page().context().setOffline(true);
		ana.fills(Map.of("title", "Typed on the train"));
		assertThat(ana.page().locator("[data-desk-saved]")).containsText("Not saved: there is no connection.");
		ana.page().context().setOffline(false);
		assertThat(ana.page().locator("[data-desk-saved]")).containsText("Saved");

		ana.control("title").fill("Typed and left at once");
		ana.opens("/my");
		ana.opens(action);
		assertThat(ana.control("title")).hasValue("Typed and left at once");
	}

	private static void savedBy(PersonAtBrowser person) {
		assertThat(person.page().locator("[data-desk-saved]")).containsText("Saved");
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
