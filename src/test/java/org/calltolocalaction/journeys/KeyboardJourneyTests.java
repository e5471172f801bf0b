package org.calltolocalaction.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Somebody who has no mouse. */
class KeyboardJourneyTests extends Journey {

	/** The longest form has fewer places than this. */
	private static final int FAR = 250;

	@Test
	void a_link_is_asked_for_and_a_draft_saved_by_keyboard_alone() {
		story.anOpenEdition();
		PersonAtBrowser visitor = anybody().opens("/sign-in");
		skipsToTheContent(visitor);
		tabsTo(visitor, visitor.control("email"));
		types(visitor, "nobody");
		visitor.leavesBy(() -> presses(visitor, "Enter"));
		errorsHaveTheFocus(visitor);
		tabsTo(visitor, visitor.link("Enter an e-mail address in the form name@example.org"));
		presses(visitor, "Enter");
		assertThat(visitor.control("email")).isFocused();
		presses(visitor, "Control+A");
		types(visitor, "ana@keyboard.example.org");
		tabsTo(visitor, visitor.button("Send me a link"));
		visitor.leavesBy(() -> presses(visitor, "Enter"));
		visitor.seesTitle("A link is on its way");

		PersonAtBrowser city = signedIn(story.memberOf("Kampala"));
		city.opens("/my/pledges/new");
		skipsToTheContent(city);
		goesTo(city, city.button("Begin"));
		goesTo(city, city.link("Your government"));
		tabsTo(city, city.control("headOfGovernment"));
		types(city, "Ana Pérez, Mayor");
		goesTo(city, city.button("Save and continue"));
		city.seesTitle("What you do");
		tabsTo(city, city.control("title"));
		types(city, "Typed without a mouse");
		tabsTo(city, city.control("stage", "PLANNING"));
		presses(city, "ArrowDown");
		assertThat(city.control("stage", "IN_PROGRESS")).isChecked();
		goesTo(city, city.button("Save and come back later"));
		city.seesTitle("Typed without a mouse");

		goesTo(city, city.button("Check your answers"));
		assertThat(city.errors()).isFocused();
		Locator first = city.errors().locator("a").first();
		String field = first.getAttribute("href").replaceFirst(".*#", "#");
		goesTo(city, first);
		city.seesErrorsThatLeadToTheirFields();
		assertThat(city.page().locator(field)).isFocused();
	}

	private static void skipsToTheContent(PersonAtBrowser person) {
		presses(person, "Tab");
		Locator skip = person.link("Skip to main content");
		assertThat(skip).isFocused();
		assertThat(skip).isInViewport();
		presses(person, "Enter");
		assertThat(person.page().locator("#main-content")).isFocused();
	}

	private static void errorsHaveTheFocus(PersonAtBrowser person) {
		person.seesErrorsThatLeadToTheirFields();
		assertThat(person.errors()).isFocused();
	}

	private static void tabsTo(PersonAtBrowser person, Locator place) {
		for (int steps = 0; steps < FAR; steps++) {
			presses(person, "Tab");
			if ((boolean) place.evaluate("element => element === document.activeElement")) {
				return;
			}
		}
		Assertions.fail("Not reached with the keyboard: " + place);
	}

	private static void goesTo(PersonAtBrowser person, Locator place) {
		tabsTo(person, place);
		person.leavesBy(() -> presses(person, "Enter"));
	}

	private static void presses(PersonAtBrowser person, String key) {
		person.page().keyboard().press(key);
	}

	private static void types(PersonAtBrowser person, String text) {
		person.page().keyboard().insertText(text);
	}

}
