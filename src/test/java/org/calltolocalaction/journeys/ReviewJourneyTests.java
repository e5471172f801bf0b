package org.calltolocalaction.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.Test;

/** The partners judge what a city has submitted. */
class ReviewJourneyTests extends Journey {

	@Test
	void a_pledge_is_changed_as_a_partner_asked_and_comes_into_the_report() {
		story.anOpenEdition();
		Person member = story.memberOf("Kampala");
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		jobs.run(reference);

		PersonAtBrowser rosa = signedIn(story.reviewer("UCLG", "Rosa"));
		two_of_one_partner_at_once(rosa, reference);
		PersonAtBrowser mia = signedIn(story.reviewer("MMC", "Mia"));
		the_partners_talk_among_themselves(rosa, mia, reference);
		approves(mia, reference);
		mia.opens("/reviews/" + reference);
		mia.page().getByText("Request changes: read the review").click();
		mia.sees("Known from the last call.");
		thinks_again(mia, reference);
		PersonAtBrowser city = signedIn(member);
		the_city_sees_with_whom_its_pledge_is(city, reference);
		approves(signedIn(story.reviewer("IOM", "Ivo")), reference);
		jobs.run(reference);

		the_city_changes_what_was_asked_for(city, member, reference);
		jobs.run(reference);

		rosa.opens("/reviews?q=" + reference);
		rosa.leavesBy(() -> lineOf(rosa, reference).getByRole(AriaRole.LINK).click());
		rosa.sees("Changes since your organization’s last review", "Say by when.", "By June 2102 the desks are open.");
		rosa.sees("Your organization’s comment in round 1", "By which month?", "As in last year's.");
		rosa.sees("Your answer in round 1: Partly");
		assertThat(rosa.page().locator("del")).containsText("People arrive well.");
		assertThat(rosa.page().locator("ins")).containsText("By June 2102 the desks are open.");
		rosa.fills(review("APPROVE", "")).presses("Complete the review");
		rosa.isTold("Your review of " + reference + " has been completed.");
		jobs.run(reference);

		city.opens("/my/pledges/" + reference).sees("In the report");
		assertThat(postbox.everythingTo(member.email())).contains(reference.value(), "pledge accepted");
	}

	@Test
	void a_coordinator_decides_where_the_partners_do_not_agree() {
		story.anOpenEdition();
		Person member = story.memberOf("Milan");
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		jobs.run(reference);
		story.judges("UCLG", reference, "APPROVE");
		story.judges("MMC", reference, "DECLINE");
		story.judges("IOM", reference, "APPROVE");
		jobs.run(reference);

		PersonAtBrowser laura = signedIn(story.coordinator());
		laura.opens("/coordination").seesTitle("Coordination");
		laura.leavesBy(() -> laura.page().locator("main a[href$='/" + reference + "']").first().click());
		laura.sees("Decide on this pledge", "A comment of MMC", "A secret of MMC");
		laura.presses("Record the decision").seesErrorsThatLeadToTheirFields();
		laura.fills(Map.of("reason", "MMC's doubts are answered by the budget.")).presses("Record the decision");
		laura.seesErrorsThatLeadToTheirFields();
		assertThat(laura.control("reason")).hasValue("MMC's doubts are answered by the budget.");
		laura.fills(Map.of("outcome", "ACCEPTED")).presses("Record the decision");
		laura.isTold("Your decision has been recorded. We will email the government.")
			.doesNotSee("Decide on this pledge");
		jobs.run(reference);

		PersonAtBrowser city = signedIn(member);
		city.opens("/my/pledges/" + reference).sees("In the report", "MMC's doubts are answered by the budget.");
		city.doesNotSee("A secret of MMC");
		assertThat(postbox.everythingTo(member.email())).contains("MMC's doubts are answered by the budget.");
	}

	private void two_of_one_partner_at_once(PersonAtBrowser rosa, PledgeReference reference) {
		PersonAtBrowser ben = signedIn(story.reviewer("UCLG", "Ben"));
		ben.isAt("/reviews").opens("/reviews/" + reference);
		Page beforeRosa = ben.opensAnotherTab();
		ben.opens("/reviews/" + reference);

		rosa.isAt("/reviews").seesTitle("Reviews").opens("/reviews?q=" + reference);
		assertThat(lineOf(rosa, reference)).containsText("Not taken");
		rosa.leavesBy(() -> lineOf(rosa, reference).getByRole(AriaRole.LINK).click());
		rosa.presses("Take this review").sees("You have taken this review.");

		ben.presses("Take this review")
			.sees("Rosa has taken this review in the meantime. Nothing was changed. You can take over the review.");
		rosa.presses("Complete the review").seesErrorsThatLeadToTheirFields();
		rosa.fills(review("REQUEST_CHANGES", "")).presses("Complete the review").seesErrorsThatLeadToTheirFields();
		assertThat(rosa.control("measurable", "PARTLY")).isChecked();
		assertThat(rosa.control("internalNote")).hasValue("Known from the last call.");
		comments_on_single_answers(rosa);
		rosa.fills(Map.of("commentToCity", "Say by when.")).presses("Complete the review");
		rosa.isAt("/reviews?tab=all&q=" + reference).isTold("Your review of " + reference + " has been completed.");

		ben.goesBackTo(beforeRosa);
		ben.fills(review("APPROVE", "All is well.")).presses("Complete the review");
		ben.sees("This was not possible", "Rosa has already completed this review, so yours was not recorded.");
		ben.page().getByText("Your text", new Page.GetByTextOptions().setExact(true)).click();
		assertThat(ben.errors().getByText("All is well.")).isVisible();
	}

	private void the_partners_talk_among_themselves(PersonAtBrowser rosa, PersonAtBrowser mia,
			PledgeReference reference) {
		rosa.opens("/reviews/" + reference);
		rosa.page().locator("#discussion > details > summary").click();
		rosa.presses("Send the message");
		assertThat(rosa.control("text")).hasAccessibleDescription(Pattern.compile("Enter a message"));
		rosa.fills(Map.of("text", "@Mia, is the budget real?")).presses("Send the message");
		rosa.sees("Emailed: Mia");
		assertThat(postbox.everythingTo("mia@mmc.example.org")).contains("Rosa mentioned you in the discussion",
				"> @Mia, is the budget real?");
		mia.opens("/reviews/" + reference)
			.sees("@Mia, is the budget real?", "You can read the other reviews after")
			.doesNotSee("Known from the last call.", "Request changes: read the review");
		assertThat(mia.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Similar pledges")))
			.isVisible();
	}

	private void comments_on_single_answers(PersonAtBrowser rosa) {
		comments(rosa, "expectedImpact", "By which month?", false);
		comments(rosa, "title", "As in last year's.", true);
	}

	private static void comments(PersonAtBrowser reviewer, String answer, String text, boolean internal) {
		Locator room = reviewer.page()
			.locator("details.desk-comment")
			.filter(new Locator.FilterOptions()
				.setHas(reviewer.page().locator("input[type=hidden][value='" + answer + "']")))
			.last();
		room.locator("summary").click();
		room.getByRole(AriaRole.TEXTBOX).fill(text);
		room.getByRole(AriaRole.CHECKBOX).setChecked(internal);
	}

	private void approves(PersonAtBrowser reviewer, PledgeReference reference) {
		reviewer.opens("/reviews/" + reference).doesNotSee("secret.contact@example.org", "Contact Person");
		reviewer.fills(review("APPROVE", "")).presses("Complete the review");
		reviewer.isTold("Your review of " + reference + " has been completed.");
	}

	private void thinks_again(PersonAtBrowser mia, PledgeReference reference) {
		mia.opens("/reviews/" + reference).sees("Meets 96% of the criteria (weighted)");
		mia.presses("Reopen the review").isTold(words("reviews.reopened"));
		assertThat(mia.control("measurable", "PARTLY")).isChecked();
		mia.fills(Map.of("commentToCity", "Well done."));
		assertThat(mia.page().locator("[data-desk-saved]")).containsText("Saved");
		mia.opens("/reviews/" + reference).sees("Earlier review: Approve, by Mia");
		assertThat(mia.control("commentToCity")).hasValue("Well done.");
		mia.presses("Complete the review").isTold("Your review of " + reference + " has been completed.");
	}

	private void the_city_sees_with_whom_its_pledge_is(PersonAtBrowser city, PledgeReference reference) {
		city.opens("/my/pledges/" + reference).doesNotSee("Rosa", "Mia");
		Locator where = city.page()
			.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Now The partners review the pledge"));
		assertThat(where.getByText("reviewing since 1 May")).hasCount(1);
		assertThat(where).containsText("International Organization for Migration: reviewing since 1 May");
		assertThat(where).containsText("Mayors Migration Council: review completed on 1 May");
		assertThat(where).containsText("Reviews due by");
		assertThat(city.page()
			.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Progress of your pledge"))
			.getByRole(AriaRole.IMG)).isVisible();
	}

	private void the_city_changes_what_was_asked_for(PersonAtBrowser city, Person member, PledgeReference reference) {
		assertThat(postbox.everythingTo(member.email())).contains(reference + ": please change your pledge",
				"Say by when.");
		city.opens("/my/pledges/" + reference).sees("Changes requested", "Say by when.");
		city.doesNotSee("Known from the last call.", "As in last year's.");
		Locator comments = city.page()
			.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Comments from the reviewing partners"));
		city.leavesBy(() -> comments.getByRole(AriaRole.LINK).click());
		assertThat(city.control("expectedImpact")).isFocused();
		assertThat(city.control("expectedImpact")).hasAccessibleDescription(Pattern.compile("By which month\\?"));
		city.doesNotSee("As in last year's.").fills(Map.of("expectedImpact", "By June 2102 the desks are open."));
		city.presses("Save and continue");
		city.seesTitle("Check your answers").sees("Changes since your last submission");
		assertThat(city.page().locator("del")).containsText("People arrive well.");
		assertThat(city.page().locator("ins")).containsText("By June 2102 the desks are open.");
		city.presses("Submit the pledge");
		city.seesTitle("Pledge submitted").opens("/my/pledges/" + reference).sees("Under review");
	}

	private static Locator lineOf(PersonAtBrowser reviewer, PledgeReference reference) {
		return reviewer.page()
			.locator("main tbody tr")
			.filter(new Locator.FilterOptions().setHasText(reference.value()));
	}

}
