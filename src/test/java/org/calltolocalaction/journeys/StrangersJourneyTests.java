package org.calltolocalaction.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.Test;

/**
 * People come to where they have no business, and send what no page of ours would send.
 */
class StrangersJourneyTests extends Journey {

	private static final String NOT_THERE = "This page does not exist";

	@Test
	void addresses_that_lead_nowhere_say_how_to_go_on() {
		story.anOpenEdition();
		Person member = story.memberOf("Quito");
		PledgeReference others = story.aSubmittedPledgeBy(story.memberOf("Lima"));
		jobs.run(others);

		PersonAtBrowser anybody = anybody();
		ends(anybody, "/pledges/" + others, 404, NOT_THERE);
		ends(anybody, "/pledges/%3Cscript%3E", 404, NOT_THERE);
		ends(anybody, "/reports/soon", 404, NOT_THERE);
		ends(anybody, "/error", 404, NOT_THERE);
		anybody.opens("/pledges?page=abc&edition=x%27y").sees("No pledges match your search.");
		anybody.opens("/pledges?page=-1").seesTitle("Pledges").opens("/pledges?page=999999999999").seesTitle("Pledges");
		anybody.opens("/pledges/search-help").seesTitle("Search help");
		anybody.opens("/?lang=xx").isAt("/?lang=xx").sees("Local governments act");
		anybody.opens("/my/pledges/" + others).isAt("/sign-in").seesTitle("Sign in");

		PersonAtBrowser city = signedIn(member);
		ends(city, "/my/pledges/" + others, 404, NOT_THERE);
		ends(city, "/my/pledges/" + others + "/revisions/1.json", 404, NOT_THERE);
		ends(city, "/my/pledges/" + others + "/revisions/1.pdf", 404, NOT_THERE);
		ends(city, "/my/pledges/" + others + "/sections/action", 404, NOT_THERE);
		ends(city, "/reviews", 403, "You do not have access to this page");
		ends(city, "/coordination/pledges/" + others, 403, "You do not have access to this page");
		PersonAtBrowser rosa = signedIn(story.reviewer("UCLG", "Rosa"));
		ends(rosa, "/reviews/CLA-2099-9999", 404, NOT_THERE);
		ends(rosa, "/coordination", 403, "You do not have access to this page");
		ends(rosa, "/my/pledges/" + others, 404, NOT_THERE);
		PersonAtBrowser laura = signedIn(story.coordinator());
		ends(laura, "/coordination/editions/abcd", 404, NOT_THERE);
	}

	@Test
	void forms_that_were_tampered_with_change_nothing() {
		story.anOpenEdition();
		Person member = story.memberOf("Quito");
		PledgeReference draft = story.aDraftBy(member);
		PersonAtBrowser city = signedIn(member);
		String address = "/my/pledges/" + draft + "/sections/action";

		city.opens(address).fills(Map.of("title", "Sent without a token"));
		city.page().evaluate("() => document.querySelectorAll('[name=_csrf]').forEach(token => token.remove())");
		city.presses("Save and continue").seesTitle("This page has expired");
		ended(city, 403);

		city.opens(address).fills(Map.of("title", "Of no version"));
		city.page().evaluate("() => document.querySelector('[name=version]').setAttribute('value', 'abc')");
		city.presses("Save and continue").seesTitle("There is a mistake in this address");
		ended(city, 400);
		ends(city, "/my/pledges/" + draft + "?check=perhaps", 400, "There is a mistake in this address");

		city.opens(address).fills(Map.of("title", "x".repeat(100_000)));
		city.presses("Save and continue").seesErrorsThatLeadToTheirFields();
		assertThat(city.status()).isEqualTo(422);
		assertThat(city.control("title")).hasValue("x".repeat(100_000));

		String objectives = "/my/pledges/" + draft + "/sections/objectives";
		city.opens(objectives);
		city.page().evaluate("() => document.querySelector('[name=gcrObjectives]').setAttribute('value', 'GCR-99')");
		city.control("gcrObjectives", "GCR-99").check();
		city.presses("Save and continue").seesErrorsThatLeadToTheirFields().sees("select an answer from the list");
		assertThat(city.status()).isEqualTo(422);

		city.opens(address);
		assertThat(city.control("title")).hasValue("A welcome desk in every district");
		city.opens(objectives);
		assertThat(city.control("gcrObjectives", "GCR-2")).isChecked();
	}

	private static void ends(PersonAtBrowser person, String address, int status, String title) {
		person.opens(address).seesTitle(title);
		ended(person, status);
	}

	private static void ended(PersonAtBrowser person, int status) {
		assertThat(person.status()).as("status of " + person.page().url()).isEqualTo(status);
		assertThat(person.link("Go to the home page")).isVisible();
	}

}
