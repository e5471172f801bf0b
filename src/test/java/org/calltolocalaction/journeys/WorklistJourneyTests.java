package org.calltolocalaction.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.Test;

/** A reviewer looks for what to do next, on a phone whose browser runs no scripts. */
class WorklistJourneyTests extends Journey {

	@Test
	void finds_a_review_among_others_takes_it_and_has_it_in_a_list_of_their_own() {
		story.anOpenEdition();
		PledgeReference kampala = story.aSubmittedPledgeBy(story.memberOf("Kampala"));
		PledgeReference milan = story.aSubmittedPledgeBy(story.memberOf("Milan"));
		jobs.run(kampala);
		jobs.run(milan);

		PersonAtBrowser rosa = signedIn(story.reviewer("UCLG", "Rosa"), PageChecks.SMALL, false);
		rosa.opens("/reviews").seesTitle("Reviews");
		rosa.fills(Map.of("q", milan + " contry:UG")).presses("Show");
		rosa.sees("“contry:UG”: there is no such condition", milan.value()).doesNotSee(kampala.value());
		assertThat(rosa.control("q")).hasValue(milan + " contry:UG");
		rosa.follows("Did you mean country:UG?");
		assertThat(rosa.control("q")).hasValue(milan + " country:UG");
		assertThat(rosa.page().locator("main tbody tr")).hasCount(1);

		rosa.leavesBy(() -> rosa.page().locator("main tbody").getByRole(AriaRole.LINK).click());
		rosa.presses("Take this review").opens("/reviews");
		rosa.leavesBy(() -> tab(rosa, "Mine").click());
		assertThat(tab(rosa, "Mine")).hasAttribute("aria-current", "page");
		rosa.sees(milan.value(), "Yours").doesNotSee(kampala.value());

		rosa.follows("All that you can search for").seesTitle("What you can search for");
		rosa.follows("reviewer:none").sees("Not taken").doesNotSee(milan.value());
		works_through_a_list(rosa, kampala, milan);
	}

	private static void works_through_a_list(PersonAtBrowser rosa, PledgeReference first, PledgeReference second) {
		rosa.opens("/reviews?tab=all&q=" + first + "+OR+" + second);
		rosa.leavesBy(() -> rosa.page().locator("main tbody").getByRole(AriaRole.LINK).first().click());
		rosa.sees(first.value(), "1 / 2").fills(Map.of("concrete", "YES", "internalNote", "Ask the city.")).presses("Skip");
		rosa.isTold("What you wrote about " + first + " is kept. You find it again when you open the review.");
		rosa.sees(second.value(), "2 / 2").follows("Previous");
		assertThat(rosa.control("internalNote")).hasValue("Ask the city.");
		rosa.sees("You have taken this review.");
		rosa.fills(review("APPROVE", "")).presses("Complete and next");
		rosa.isTold("Your review of " + first + " is recorded.").sees(second.value(), "1 / 1");
		rosa.fills(Map.of("internalNote", "Tomorrow.")).presses("Save and go on later").seesTitle("Reviews");
		rosa.sees(second.value()).doesNotSee("Kampala");
	}

	private static Locator tab(PersonAtBrowser reviewer, String name) {
		return reviewer.page()
			.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Whose reviews"))
			.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
	}

}
