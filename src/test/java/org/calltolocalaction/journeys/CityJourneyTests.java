package org.calltolocalaction.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.testing.SampleFiles;
import org.junit.jupiter.api.Test;

/** A city comes for the first time and submits a pledge. */
class CityJourneyTests extends Journey {

	private static final byte[] LETTER = SampleFiles.pdf("The mayor signs");

	private final String email = "ana." + UUID.randomUUID() + "@example.org";

	private final String city = "Villa Nueva " + UUID.randomUUID().toString().substring(0, 8);

	@Test
	void a_city_comes_with_an_address_and_leaves_with_a_receipt() throws Exception {
		EditionYear edition = story.anOpenEdition();
		PersonAtBrowser ana = anybody();

		String link = ana_asks_for_a_link(ana);
		ana.opens(link).seesTitle("Confirm your sign-in").presses("Sign in");
		says_who_she_is(ana);
		the_link_does_not_work_again(link);

		registers_the_city(ana);
		endorses_the_declaration(ana);

		ana.follows("Open your pledges")
			.seesTitle("Your pledges")
			.follows("Begin a pledge")
			.seesTitle("Begin a pledge");
		ana.presses("Begin the pledge")
			.seesTitle("Your pledge")
			.sees("Parts completed: 0 of 4", "Not started", "Optional");
		saves_what_there_is(ana);
		String reference = is_told_what_is_missing(ana);
		fills_everything_and_checks(ana);
		the_mayor_approves(ana, reference);
		Page submittedBefore = checks_in_two_tabs(ana, reference);
		String hash = submits_once(ana, reference, edition, submittedBefore);

		ana.follows("See the progress of your pledge").seesTitle("Welcome desks").sees("Under review", reference, hash);
		ana.opens("/my").sees("Welcome desks", "Under review");
		jobs.run(reference);
		assertThat(postbox.everythingTo(email)).contains(reference, hash, edition.toString());
	}

	private String ana_asks_for_a_link(PersonAtBrowser ana) {
		ana.opens("/").follows("Sign in").seesTitle("Sign in");
		ana.control("email").fill("ana at example.org");
		ana.presses("Send me a sign-in link").seesErrorsThatLeadToTheirFields();
		assertThat(ana.control("email")).hasValue("ana at example.org");
		ana.control("email").fill(email);
		ana.presses("Send me a sign-in link").seesTitle("Check your email").sees(email);
		return postbox.signInLinkOf(email);
	}

	private void the_link_does_not_work_again(String link) {
		PersonAtBrowser somebodyElse = anybody();
		somebodyElse.opens(link).presses("Sign in").seesTitle("This link no longer works");
		assertThat(somebodyElse.control("email")).isVisible();
		assertThat(somebodyElse.link("Sign in")).isVisible();
	}

	private void says_who_she_is(PersonAtBrowser ana) {
		ana.seesTitle("What is your name?").presses("Save and continue").seesErrorsThatLeadToTheirFields();
		ana.fills(Map.of("name", "Ana Pérez")).presses("Save and continue");
		ana.isAt("/my/government").seesTitle("Find your government");
		ana.opens("/my/profile");
		assertThat(ana.control("zone")).hasValue("Africa/Kampala");
		assertThat(ana.control("name")).hasValue("Ana Pérez");
		ana.presses("Save the changes");
		ana.isTold("Your account has been updated.");
	}

	private void registers_the_city(PersonAtBrowser ana) {
		ana.opens("/my/government");
		ana.control("q").fill(city);
		ana.presses("Search").sees("No government with this name is registered").follows("Register a government");
		assertThat(ana.control("name")).hasValue(city);
		ana.presses("Register the government")
			.seesErrorsThatLeadToTheirFields()
			.sees("Select a type of government", "Select a country or area");
		ana.fills(Map.of("type", "MUNICIPALITY", "country", "UG", "website", "www.example.org"))
			.presses("Register the government");
		ana.isTold("The government has been registered.").seesTitle(city);
	}

	private void endorses_the_declaration(PersonAtBrowser ana) {
		ana.follows("Record the endorsement").presses("Record the endorsement").seesErrorsThatLeadToTheirFields();
		ana.fills(Map.of("day", "31", "month", "2", "year", "2024", "signatory", "Ana Pérez, Mayor"));
		ana.presses("Record the endorsement").seesErrorsThatLeadToTheirFields();
		assertThat(ana.control("signatory")).hasValue("Ana Pérez, Mayor");
		ana.fills(Map.of("day", "27", "month", "3"));
		ana.control("letter").setInputFiles(new FilePayload("letter.pdf", "application/pdf", "no letter".getBytes()));
		ana.presses("Record the endorsement").seesErrorsThatLeadToTheirFields();
		ana.control("letter").setInputFiles(new FilePayload("letter.pdf", "application/pdf", LETTER));
		ana.presses("Record the endorsement");
		ana.isTold("The endorsement has been recorded.").sees("27 March 2024", "Shown by a signed letter");
		assertThat(ana.downloads("Download the letter")).isEqualTo(SampleFiles.asKept(LETTER));
		ana.opens("/my/government/endorsement").sees("Download the letter (letter.pdf)").opens("/my/government");
		a_coordinator_reads_the_letter();
	}

	private void a_coordinator_reads_the_letter() {
		PersonAtBrowser coordinator = signedIn(story.coordinator());
		coordinator.opens("/coordination/governments/unconfirmed?standing=unconfirmed")
			.follows(city)
			.sees("27 March 2024");
		assertThat(coordinator.downloads("Download the letter")).isEqualTo(SampleFiles.asKept(LETTER));
	}

	private void saves_what_there_is(PersonAtBrowser ana) {
		ana.follows("What you do").fills(Map.of("title", "Welcome desks", "summary", "Too short"));
		assertThat(ana.page().locator("[data-desk-saved]")).hasText("Saved 13:00");
		ana.opens(ana.page().url());
		assertThat(ana.control("title")).hasValue("Welcome desks");
		assertThat(ana.control("summary")).hasValue("Too short");
		ana.presses("Save and come back later")
			.seesTitle("Welcome desks")
			.sees("Has errors", "Parts completed: 0 of 4");
	}

	private String is_told_what_is_missing(PersonAtBrowser ana) {
		ana.follows("Check your answers").seesTitle("Welcome desks");
		assertThat(ana.errors())
			.containsText("You cannot submit the pledge yet. These answers are missing or need correction:");
		ana.sees("Summary must be 300 characters or more (you have 9)", "Select the stage of the action");
		ana.follows("Enter the name and title of the head of your government").seesTitle("Your government");
		ana.seesErrorsThatLeadToTheirFields();
		ana.link("Enter the name and title of the head of your government").click();
		assertThat(ana.control("headOfGovernment")).isFocused();
		ana.follows("Check your answers").seesTitle("Welcome desks");
		return ana.reference();
	}

	private void fills_everything_and_checks(PersonAtBrowser ana) {
		Map<String, Object> answers = wholePledge("Welcome desks");
		answers.put("start", "2026-febrero-31");
		fillsAllParts(ana, answers);
		ana.sees("Parts completed: 4 of 5").follows("Check your answers");
		ana.leavesBy(() -> ana.errors().getByRole(AriaRole.LINK).first().click()).seesErrorsThatLeadToTheirFields();
		assertThat(ana.control("start-day")).hasValue("31");
		ana.sees("Start must be a valid date. There is no such day: February 2026 has 28 days");
		ana.fills(Map.of("start", "2026-febrero-28")).presses("Save and continue").seesTitle("Check your answers");
		ana.sees("Welcome desks", "1,200 people a year", "28 February 2026", CONTACT_EMAIL, "The university");
		ana.leavesBy(() -> ana.link("Change Title").click());
		assertThat(ana.control("title")).hasValue("Welcome desks");
		ana.presses("Save and continue").seesTitle("Check your answers");
	}

	private void the_mayor_approves(PersonAtBrowser ana, String reference) {
		ana.opens("/my/pledges/" + reference + "/sign-off").seesTitle("Approval by the head of government");
		ana.presses("Create a reading link").sees("Active links");
		PersonAtBrowser mayor = anybody();
		mayor.opens(ana.page().locator("#made-link").inputValue()).sees("Welcome desks", "not submitted");
		mayor.doesNotSee(CONTACT_EMAIL, CONTACT_NAME).presses("Send your answer").seesErrorsThatLeadToTheirFields();
		mayor.fills(Map.of("kind", "APPROVED", "name", "Amina Nakato", "function", "Mayor"))
			.presses("Send your answer")
			.isTold("Thank you. Your approval is recorded, and we will email the people who are preparing the pledge.");
		assertThat(new String(mayor.downloads("Download this draft with its files (PDF)"), 0, 5)).isEqualTo("%PDF-");
	}

	private Page checks_in_two_tabs(PersonAtBrowser ana, String reference) {
		String check = "/my/pledges/" + reference + "/check";
		ana.opens(check).sees("Amina Nakato (Mayor) approved the text as it was on", "This is the text as it is now.");
		Page first = ana.opensAnotherTab();
		ana.opens(check);
		return first;
	}

	private String submits_once(PersonAtBrowser ana, String reference, EditionYear edition, Page otherTab)
			throws Exception {
		ana.leavesBy(() -> ana.button("Submit the pledge").dblclick());
		ana.isAt("/my/pledges/" + reference + "/receipt").seesTitle("Pledge submitted");
		ana.sees("Submitted by", reference, "the " + edition + " report", "13:00:00 (East Africa Time, UTC+3)",
				"1 May " + edition + ", 10:00:00 (UTC)", "This is exactly the text that was submitted.");
		assertThat(new String(ana.downloads("Download this receipt (PDF)"), 0, 5)).isEqualTo("%PDF-");
		String hash = ana.page().locator("code").textContent();
		byte[] content = ana.downloads("Download this version (JSON file)");
		assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content))).isEqualTo(hash);
		assertThat(new String(content)).contains("\"title\":\"Welcome desks\"");

		ana.goesBackTo(otherTab);
		ana.presses("Submit the pledge").isAt("/my/pledges/" + reference + "/receipt");
		ana.sees("You had already submitted this pledge", hash);
		return hash;
	}

}
