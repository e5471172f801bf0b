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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.Test;

/** A reviewer looks for what to do next: on a phone whose browser runs no scripts, or without a mouse. */
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

		opens(rosa, "Save this search");
		rosa.presses("Save").seesErrorsThatLeadToTheirFields();
		rosa.fills(Map.of("name", "From Milan")).presses("Save").isTold("The search is saved.");
		rosa.opens("/reviews").follows("From Milan");
		assertThat(rosa.control("q")).hasValue(milan + " country:UG");
		opens(rosa, "Choose the columns");
		rosa.fills(Map.of("column", List.of("section", "objectives", "waiting"))).presses("Show these columns");
		rosa.sees("GCM-15, GCM-16, GCR-2", "Waiting since");
		opens(rosa, "Choose the columns");
		rosa.presses("Show the usual columns").doesNotSee("GCM-15, GCM-16, GCR-2");

		rosa.leavesBy(() -> rosa.page().locator("main tbody").getByRole(AriaRole.LINK).click());
		rosa.presses("Take this review").opens("/reviews");
		rosa.leavesBy(() -> tab(rosa, "Mine").click());
		assertThat(tab(rosa, "Mine")).hasAttribute("aria-current", "page");
		rosa.sees(milan.value(), "Yours").doesNotSee(kampala.value());

		rosa.follows("All that you can search for").seesTitle("What you can search for");
		rosa.follows("reviewer:none").sees("Not taken").doesNotSee(milan.value());
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

		rosa.opens("/reviews").fills(Map.of("q", search)).presses("Show");
		rosa.presses("Do it");
		assertThat(rosa.errors()).containsText("Select at least one review");
		Locator boxes = rosa.control("chosen");
		boxes.nth(0).check();
		boxes.nth(2).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
		assertThat(boxes.nth(1)).isChecked();
		rosa.sees("3 selected");
		rosa.control("action").selectOption("assign");
		rosa.control("to").selectOption(new SelectOption().setLabel("Tom"));
		rosa.presses("Do it").isTold("3 of 3 reviews are with Tom now.");

		tom.opens("/reviews?tab=mine");
		tom.control("chosen").first().check();
		tom.fills(Map.of("action", "release")).presses("Do it").isTold("1 of 1 reviews can be taken by any colleague now.");
		LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Madrid"));
		tom.follows("Absences").seesTitle("Absences").presses("Save").seesErrorsThatLeadToTheirFields();
		tom.fills(Map.of("firstDay", today.getDayOfMonth(), "firstMonth", today.getMonthValue(), "firstYear", today.getYear(),
				"lastDay", "10", "lastMonth", today.getMonthValue(), "lastYear", today.getYear()));
		tom.control("deputy").selectOption(new SelectOption().setLabel("Rosa"));
		tom.presses("Save").isTold("Your absence is entered. Rosa stands in.").sees("to 10 May", "I am back: end it now");

		rosa.opens("/reviews").sees("Tom is away until 10 May", "2 open reviews are with Tom.");
		rosa.follows("Your team’s work").seesTitle("Your team’s work").sees("until 10 May");
		rosa.opens("/reviews").presses("Take all 2").isTold("2 of 2 reviews are yours now.");
		rosa.leavesBy(() -> rosa.page().locator("main tbody").getByRole(AriaRole.LINK).first().click());
		rosa.page().getByText("Give it to a colleague").click();
		rosa.control("to").selectOption(new SelectOption().setLabel("Tom (away until 10 May %d)".formatted(today.getYear())));
		rosa.presses("Give it to this colleague").sees("Tom is away until 10 May", "Give it to Tom all the same");
	}

	@Test
	void finds_takes_and_opens_reviews_by_keyboard_alone() {
		story.anOpenEdition();
		PledgeReference kampala = story.aSubmittedPledgeBy(story.memberOf("Kampala"));
		PledgeReference milan = story.aSubmittedPledgeBy(story.memberOf("Milan"));
		jobs.run(kampala);
		jobs.run(milan);
		PersonAtBrowser rosa = signedIn(story.reviewer("UCLG", "Noemi"));
		Keyboard keyboard = rosa.page().keyboard();

		rosa.opens("/reviews?tab=unassigned");
		keyboard.press("/");
		assertThat(rosa.control("q")).isFocused();
		keyboard.type(kampala + " OR " + milan + " -jakob");
		rosa.leavesBy(() -> keyboard.press("Enter"));
		assertThat(titles(rosa)).hasCount(2);
		keyboard.press("j");
		assertThat(titles(rosa).first()).isFocused();
		keyboard.press("j");
		assertThat(titles(rosa).last()).isFocused();
		keyboard.press("k");
		rosa.leavesBy(() -> keyboard.press("a"));
		rosa.isTold("You have taken the review of " + kampala + ".");
		assertThat(titles(rosa)).hasCount(1);
		keyboard.press("j");
		assertThat(titles(rosa)).isFocused();
		rosa.leavesBy(() -> keyboard.press("o"));
		rosa.isAt("/reviews/" + milan);

		rosa.opens("/reviews");
		keyboard.press("?");
		Locator keys = rosa.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Keyboard shortcuts"));
		assertThat(keys).isVisible();
		assertThat(rosa.button("Switch the shortcuts off")).isFocused();
		keyboard.press("Escape");
		assertThat(keys).isHidden();
		keyboard.press("?");
		rosa.leavesBy(() -> keyboard.press("Enter"));
		rosa.isTold("The keyboard shortcuts are switched off.");
		keyboard.press("?");
		keyboard.press("/");
		assertThat(keys).isHidden();
		assertThat(rosa.control("q")).not().isFocused();
	}

	private static void opens(PersonAtBrowser reviewer, String part) {
		reviewer.page().locator("summary", new Page.LocatorOptions().setHasText(part)).click();
	}

	private static Locator titles(PersonAtBrowser reviewer) {
		return reviewer.page().locator(".desk-worklist th[scope=row] > a");
	}

	private static Locator tab(PersonAtBrowser reviewer, String name) {
		return reviewer.page()
			.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Whose reviews"))
			.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
	}

}
