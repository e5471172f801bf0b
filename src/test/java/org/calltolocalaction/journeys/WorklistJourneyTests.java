package org.calltolocalaction.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.Test;

/**
 * A reviewer looks for what to do next: on a phone whose browser runs no scripts, or
 * without a mouse.
 */
class WorklistJourneyTests extends Journey {

	@Test
	void finds_a_review_among_others_takes_it_and_has_it_in_a_list_of_their_own() {
		story.anOpenEdition();
		PledgeReference kampala = story.aSubmittedPledgeBy(story.memberOf("Kampala"));
		PledgeReference milan = story.aSubmittedPledgeBy(story.memberOf("Milan"));
		jobs.run(kampala);
		jobs.run(milan);

		PersonAtBrowser ines = signedIn(story.reviewer("UCLG", "Ines"), PageChecks.SMALL, false);
		ines.opens("/reviews").seesTitle("Reviews");
		ines.fills(Map.of("q", milan + " contry:UG")).presses("Search");
		ines.sees("“contry:UG” is not a known search condition", milan.value()).doesNotSee(kampala.value());
		assertThat(ines.control("q")).hasValue(milan + " contry:UG");
		ines.follows("Search for country:UG instead");
		assertThat(ines.control("q")).hasValue(milan + " country:UG");
		assertThat(ines.page().locator("main tbody tr")).hasCount(1);

		opens(ines, "Save this search");
		ines.presses("Save this search").seesErrorsThatLeadToTheirFields();
		ines.fills(Map.of("name", "From Milan")).presses("Save this search").isTold("The search has been saved.");
		ines.opens("/reviews").follows("From Milan");
		assertThat(ines.control("q")).hasValue(milan + " country:UG");
		opens(ines, "Choose the columns");
		ines.fills(Map.of("column", List.of("section", "objectives", "waiting"))).presses("Show these columns");
		ines.sees("GCM-15, GCM-16, GCR-2", "Waiting since");
		opens(ines, "Choose the columns");
		ines.presses("Show the standard columns").doesNotSee("GCM-15, GCM-16, GCR-2");

		ines.leavesBy(() -> ines.page().locator("main tbody").getByRole(AriaRole.LINK).click());
		ines.presses("Take this review").opens("/reviews");
		ines.leavesBy(() -> tab(ines, "My reviews").click());
		assertThat(tab(ines, "My reviews")).hasAttribute("aria-current", "page");
		ines.sees(milan.value(), "Taken by you").doesNotSee(kampala.value());

		ines.follows("Search help").seesTitle("Search help");
		ines.follows("reviewer:none").sees("Not taken");
		assertThat(ines.page().locator("main tbody")).not().containsText(milan.value());
		works_through_a_list(ines, kampala, milan);
	}

	@Test
	void shares_out_work_by_ticking_a_range_and_takes_it_back_from_who_is_away() {
		story.anOpenEdition();
		List<PledgeReference> pledges = Stream.of("Kampala", "Milan", "Mendoza")
			.map(city -> story.aSubmittedPledgeBy(story.memberOf(city)))
			.toList();
		pledges.forEach(jobs::run);
		String search = pledges.stream().map(PledgeReference::value).collect(Collectors.joining(" OR "));
		PersonAtBrowser rosa = signedIn(story.reviewer("UCLG", "Rosa"));
		PersonAtBrowser tom = signedIn(story.reviewer("UCLG", "Tom"), PageChecks.SMALL, false);

		rosa.opens("/reviews").fills(Map.of("q", search)).presses("Search");
		assertThat(rosa.button("Apply the action")).isHidden();
		Locator boxes = rosa.control("chosen");
		boxes.nth(0).check();
		rosa.presses("Apply the action");
		assertThat(rosa.errors()).containsText("Select an action");
		boxes.nth(0).uncheck();
		boxes.nth(0).check();
		boxes.nth(2).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
		assertThat(boxes.nth(1)).isChecked();
		rosa.sees("3 selected");
		rosa.control("action").selectOption("assign");
		rosa.control("to").selectOption(new SelectOption().setLabel("Tom"));
		rosa.presses("Apply the action").isTold("Reviews given to Tom: 3 of 3");

		tom.opens("/reviews?tab=mine");
		tom.control("chosen").first().check();
		tom.fills(Map.of("action", "release"))
			.presses("Apply the action")
			.isTold("Reviews given back: 1 of 1. Any colleague can now take these reviews.");
		LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Madrid"));
		tom.follows("Absences").seesTitle("Absences").presses("Save the absence").seesErrorsThatLeadToTheirFields();
		tom.fills(Map.of("firstDay", today.getDayOfMonth(), "firstMonth", today.getMonthValue(), "firstYear",
				today.getYear(), "lastDay", "10", "lastMonth", today.getMonthValue(), "lastYear", today.getYear()));
		tom.control("deputy").selectOption(new SelectOption().setLabel("Rosa"));
		tom.presses("Save the absence")
			.isTold("Your absence has been saved. Rosa is your deputy.")
			.sees("to 10 May", "End this absence now: I am back");

		rosa.opens("/reviews").sees("Tom is away until 10 May", "Open reviews: 2");
		rosa.follows("Your team’s work").seesTitle("Your team’s work").sees("until 10 May");
		rosa.opens("/reviews").presses("Take all 2 reviews").isTold("Reviews taken by you: 2 of 2");
		rosa.leavesBy(() -> rosa.page().locator("main tbody").getByRole(AriaRole.LINK).first().click());
		rosa.page().getByText("Give this review to a colleague").click();
		rosa.control("to")
			.selectOption(new SelectOption().setLabel("Tom (away until 10 May %d)".formatted(today.getYear())));
		rosa.presses("Give the review to this colleague")
			.sees("Tom is away until 10 May", "Give the review to Tom anyway");

		PersonAtBrowser lea = signedIn(story.lead("UCLG", "Lea"), PageChecks.SMALL, false);
		lea.opens("/reviews").follows("Absences").sees("Tom", "Person who is away");
		lea.leavesBy(() -> lea.page()
			.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change this absence Tom"))
			.click());
		lea.seesTitle("Change the absence of Tom").fills(Map.of("lastDay", "12")).presses("Save the absence");
		lea.isTold("The absence of Tom has been saved. Rosa is the deputy.").sees("to 12 May");
		lea.leavesBy(() -> lea.page()
			.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End this absence now Tom"))
			.click());
		lea.isTold("The absence has been ended.");
		// The choice of an act was wider than the phone in the longer languages.
		for (Locale language : List.of(Locale.forLanguageTag("es"), Locale.FRENCH)) {
			lea.opens("/reviews?tab=all&lang=" + language).seesTitle(words("reviews.worklist.title", language));
		}
	}

	@Test
	void finds_takes_and_opens_reviews_by_keyboard_alone() {
		story.anOpenEdition();
		PledgeReference kampala = story.aSubmittedPledgeBy(story.memberOf("Kampala"));
		PledgeReference milan = story.aSubmittedPledgeBy(story.memberOf("Milan"));
		jobs.run(kampala);
		jobs.run(milan);
		PersonAtBrowser noemi = signedIn(story.reviewer("UCLG", "Noemi"));
		Keyboard keyboard = noemi.page().keyboard();

		noemi.opens("/reviews?tab=unassigned");
		keyboard.press("/");
		assertThat(noemi.control("q")).isFocused();
		keyboard.type(kampala + " OR " + milan + " -jakob");
		noemi.leavesBy(() -> keyboard.press("Enter"));
		assertThat(titles(noemi)).hasCount(2);
		keyboard.press("j");
		assertThat(titles(noemi).first()).isFocused();
		keyboard.press("j");
		assertThat(titles(noemi).last()).isFocused();
		keyboard.press("k");
		noemi.leavesBy(() -> keyboard.press("a"));
		noemi.isTold("You have taken the review of " + kampala + ".");
		assertThat(titles(noemi)).hasCount(1);
		keyboard.press("j");
		assertThat(titles(noemi)).isFocused();
		noemi.leavesBy(() -> keyboard.press("o"));
		Assertions.assertThat(noemi.reference()).isEqualTo(milan.value());

		noemi.opens("/reviews");
		keyboard.press("?");
		Locator keys = noemi.page()
			.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Keyboard shortcuts"));
		assertThat(keys).isVisible();
		assertThat(noemi.button("Close this window")).isFocused();
		keyboard.press("Enter");
		assertThat(keys).isHidden();
		keyboard.press("?");
		keyboard.press("Shift+Tab");
		noemi.leavesBy(() -> keyboard.press("Enter"));
		noemi.isTold("The keyboard shortcuts are switched off.");
		keyboard.press("?");
		keyboard.press("/");
		assertThat(keys).isHidden();
		assertThat(noemi.control("q")).not().isFocused();
	}

	private static void opens(PersonAtBrowser reviewer, String part) {
		reviewer.page().locator("summary", new Page.LocatorOptions().setHasText(part)).click();
	}

	private static Locator titles(PersonAtBrowser reviewer) {
		return reviewer.page().locator(".desk-worklist th[scope=row] > a");
	}

	private static void works_through_a_list(PersonAtBrowser ines, PledgeReference first, PledgeReference second) {
		ines.opens("/reviews?tab=all&q=" + first + "+OR+" + second);
		ines.leavesBy(() -> titles(ines).first().click());
		ines.sees(first.value(), "1 of 2")
			.fills(Map.of("concrete", "YES", "internalNote", "Ask the city."))
			.presses("Skip this review");
		ines.isTold("Your review of " + first
				+ " has been saved as a draft. You will find the draft when you open the review again.");
		ines.sees(second.value(), "2 of 2").follows("Previous review");
		assertThat(ines.control("internalNote")).hasValue("Ask the city.");
		ines.sees("You have taken this review.");
		ines.fills(review("APPROVE", "")).presses("Complete and open the next review");
		ines.isTold("Your review of " + first + " has been completed.").sees(second.value(), "2 of 2");
		ines.fills(Map.of("internalNote", "Tomorrow.")).presses("Save and come back later").seesTitle("Reviews");
		ines.sees(second.value()).doesNotSee("Kampala");
	}

	private static Locator tab(PersonAtBrowser reviewer, String name) {
		return reviewer.page()
			.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Filter the reviews"))
			.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
	}

}
