package org.calltolocalaction.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A coordinator brings a year's call to its report, and the public reads it. */
class EditionJourneyTests extends Journey {

	@Autowired
	private Editions editions;

	@Test
	void a_call_is_opened_moved_closed_and_ends_in_a_report_that_everyone_reads() {
		EditionYear before = anEditionThatIsOver();
		EditionYear year = new EditionYear(before.value() + 1);
		PersonAtBrowser laura = signedIn(story.coordinator());
		opens_the_call(laura, year);

		Person member = story.memberOf("Godoy Cruz");
		PledgeReference accepted = story.aSubmittedPledgeBy(member);
		PledgeReference slow = story.aSubmittedPledgeBy(story.memberOf("Sfax"));
		Person asked = story.memberOf("Kampala");
		PledgeReference waiting = story.aSubmittedPledgeBy(asked);
		jobs.run(accepted, slow, waiting);
		story.allJudge(accepted, "APPROVE");
		story.allJudge(waiting, "REQUEST_CHANGES");
		jobs.run(waiting);

		moves_the_deadline(laura, year);
		sets_the_review_calendar(laura, year);
		clock.set(Instant.parse(year + "-10-20T00:00:00Z"));
		jobs.run(year);
		confirms_the_contents(laura, year, slow, waiting);
		jobs.run(year, accepted, slow, waiting);
		learns_that_the_report_is_closed_without_it(asked, waiting, year);
		approves_the_report(laura, year);
		jobs.run(year, accepted, slow);
		laura.opens("/coordination/editions/" + year).sees("Report published", "Read the report");

		the_public_reads(year, accepted, story.nameOfGovernmentOf(member));
	}

	private EditionYear anEditionThatIsOver() {
		EditionYear year = story.anOpenEdition();
		clock.set(editions.edition(year).deadline().instant().plus(Duration.ofDays(1)));
		jobs.run(year);
		return year;
	}

	private void opens_the_call(PersonAtBrowser laura, EditionYear year) {
		laura.opens("/coordination/editions/new").seesTitle("Open a call");
		laura.fills(Map.of("edition", "next year", "year", year.toString())).presses("Preview the opening");
		laura.seesErrorsThatLeadToTheirFields().sees("Enter the year of the edition, for example 2027");
		laura.fills(Map.of("edition", year.toString(), "forum", "Migration Review Forum", "day", "1", "month", "10",
				"grace", "60", "reminders", "21, 7", "reason", "The forum is in December."));
		laura.presses("Preview the opening")
			.seesTitle("Preview: open the " + year + " call")
			.sees("21 days before the deadline", "The forum is in December.");
		laura.presses("Change the details of the call").seesTitle("Open a call");
		assertThat(laura.control("reminders")).hasValue("21, 7");
		laura.presses("Preview the opening")
			.presses("Open the call")
			.isTold("The " + year + " call is open.")
			.sees("Migration Review Forum");
	}

	private void moves_the_deadline(PersonAtBrowser laura, EditionYear year) {
		laura.opens("/coordination/editions/" + year).follows("Move the deadline");
		laura.presses("Preview the change").seesErrorsThatLeadToTheirFields();
		laura.fills(Map.of("day", "15", "reason", "The forum was moved.")).presses("Preview the change");
		laura.seesTitle("Preview: move the deadline for the " + year + " edition").sees("The forum was moved.");
		laura.presses("Change the new deadline").sees("Move the deadline for the " + year + " edition");
		assertThat(laura.control("day")).hasValue("15");
		laura.presses("Preview the change").presses("Move the deadline").isTold("The deadline has been moved.");
		laura.sees("15 October " + year, "The forum was moved.");
	}

	private void sets_the_review_calendar(PersonAtBrowser laura, EditionYear year) {
		laura.opens("/coordination/editions/" + year).follows("Change the review calendar");
		laura.fills(Map.of("days", "none", "daysOff", "Christmas")).presses("Preview the change");
		laura.seesErrorsThatLeadToTheirFields().sees("“Christmas” must be a valid date");
		laura.fills(Map.of("days", "20", "daysOff", year + "-08-15", "reason", "Nobody is there in August."));
		laura.presses("Preview the change")
			.seesTitle("Preview: change the review calendar of the " + year + " edition");
		laura.presses("Edit the new calendar");
		assertThat(laura.control("days")).hasValue("20");
		laura.presses("Preview the change")
			.presses("Save the review calendar")
			.isTold("The review calendar has been saved. It applies to open reviews at once.");
		laura.follows("Compare forecasts and results").sees("Deadline moved", "Review calendar changed");
		laura.leavesBy(() -> laura.page().locator("main a[href*='/acts/']").first().click());
		laura.sees("Everything happened as the forecast said");
		laura.opens("/coordination/editions/" + year);
		laura.sees("20 working days for a review", "15 August " + year, "Nobody is there in August.");
	}

	private void confirms_the_contents(PersonAtBrowser laura, EditionYear year, PledgeReference slow,
			PledgeReference waiting) {
		String edition = "/coordination/editions/" + year;
		laura.opens(edition).sees("Pledges without a decision: 1.", slow.value());
		story.allJudge(slow, "DECLINE");
		laura.opens(edition)
			.follows("Confirm the contents of the " + year + " report")
			.sees("Pledges that will not be in the report: 1", waiting.value(), "Changes requested",
					waiting + ": the next edition");
		laura.presses("Confirm the contents").seesErrorsThatLeadToTheirFields();
		laura.fills(Map.of("reason", "Nobody sends more.")).presses("Confirm the contents");
		laura.isTold("The contents are confirmed. The report is being frozen.");
	}

	private void learns_that_the_report_is_closed_without_it(Person asked, PledgeReference waiting, EditionYear year) {
		PersonAtBrowser member = signedIn(asked).opens("/my/pledges/" + waiting);
		member.sees("Changes requested", "for the next report").doesNotSee("Counts for the " + year + " report");
	}

	private void approves_the_report(PersonAtBrowser laura, EditionYear year) {
		anybody().opens("/reports/" + year).seesTitle("This page does not exist");
		laura.opens("/coordination/editions/" + year).follows("Preview the report").sees("Preview");
		laura.opens("/coordination/editions/" + year)
			.follows("Approve the " + year + " report")
			.sees("You cannot undo the approval.");
		laura.fills(Map.of("reason", "It was read in full.")).presses("Approve and publish the report");
		laura.isTold("The report is approved. It is being published.");
	}

	private void the_public_reads(EditionYear year, PledgeReference reference, String government) {
		PersonAtBrowser reader = anybody();
		reader.opens("/reports").follows(year + " report").seesTitle(year + " report");
		reader.sees("Migration Review Forum", government, "Uganda").doesNotSee("Contact Person", "secret.contact");
		reader.leavesBy(() -> reader.page().locator("main a[href$='/pledges/" + reference + "']").click());
		reader.sees(government, reference.value(), "What the city does.");
		reader.doesNotSee("Contact Person", "secret.contact", "A secret of", "A comment of");

		reader.opens("/pledges").doesNotSee("Contact Person", "secret.contact");
		reader.fills(Map.of("q", government, "edition", year.toString())).presses("Search");
		reader.sees("1 pledge", government).doesNotSee("Contact Person", "secret.contact");
		reader.fills(Map.of("q", "xylophone zeppelin")).presses("Search").sees("No pledges match your search.");
	}

}
