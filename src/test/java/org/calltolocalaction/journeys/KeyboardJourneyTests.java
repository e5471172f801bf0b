package org.calltolocalaction.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Somebody who has no mouse. */
class KeyboardJourneyTests extends Journey {

	/** The longest form has fewer places than this. */
	private static final int FAR = 250;

	@Test
	void a_link_is_asked_for_by_keyboard_alone() {
		PersonAtBrowser visitor = anybody().opens("/sign-in");
		skipsToTheContent(visitor);
		tabsTo(visitor, visitor.control("email"));
		types(visitor, "nobody");
		visitor.leavesBy(() -> presses(visitor, "Enter"));
		errorsHaveTheFocus(visitor);
		tabsTo(visitor, visitor.link("The email address must be valid, for example name@example.org"));
		presses(visitor, "Enter");
		assertThat(visitor.control("email")).isFocused();
		presses(visitor, "Control+A");
		types(visitor, "ana@keyboard.example.org");
		tabsTo(visitor, visitor.button("Send me a sign-in link"));
		visitor.leavesBy(() -> presses(visitor, "Enter"));
		visitor.seesTitle("Check your email");
	}

	/**
	 * Keys lead through a page whatever its language; LanguageJourneyTests walk all
	 * three.
	 */
	@Test
	void a_pledge_is_filled_and_submitted_by_keyboard_alone() {
		Locale language = Locale.FRENCH;
		story.anOpenEdition();
		PersonAtBrowser city = signedIn(story.memberOf("Dakar", language, ZoneId.of("Africa/Dakar")));
		city.opens("/my/pledges/new");
		skipsToTheContent(city);
		goesTo(city, city.button(words("pledges.begin.do", language)));
		String check = words("pledges.check.title", language);
		goesTo(city, city.button(check));
		assertThat(city.errors()).isFocused();
		Locator first = city.errors().locator("a").first();
		String field = first.getAttribute("href").replaceFirst(".*#", "#");
		goesTo(city, first);
		city.seesErrorsThatLeadToTheirFields();
		assertThat(city.page().locator(field)).isFocused();
		goesTo(city, city.link(check));

		city.leavesBy(() -> {
			tabsTo(city, city.page().locator(".govuk-task-list__link").first());
			presses(city, "Enter");
		});
		Map<String, Object> answers = wholePledge("Typed without a mouse");
		answers.put("language", language.getLanguage());
		answers.put("summary", "  " + answers.get("summary"));
		while (city.page().locator("[data-desk-draft]").count() > 0) {
			fillsPart(city, answers);
		}
		goesTo(city, city.button(check));
		city.seesTitle(check).sees("Typed without a mouse");
		goesTo(city, city.button(words("pledges.check.submit", language)));
		city.seesTitle(words("pledges.receipt.title", language)).sees(city.reference());
	}

	@Test
	void blanks_around_a_text_are_not_counted_as_the_server_does_not_count_them() {
		story.anOpenEdition();
		PersonAtBrowser city = signedIn(story.memberOf("Kampala"));
		city.opens("/my/pledges/new").presses("Begin the pledge").follows("What you do");
		city.fills(Map.of("summary", "  Blanks around a text do not count. \n"));
		assertThat(city.page().locator("#summary-info + .govuk-character-count__status"))
			.hasText("You have 2,966 characters remaining");
	}

	/**
	 * Goes once through the part that is shown, answers whatever comes along, and saves.
	 */
	private static void fillsPart(PersonAtBrowser person, Map<String, Object> answers) {
		skipsToTheContent(person);
		for (int steps = 0; steps < FAR; steps++) {
			presses(person, "Tab");
			Focused focused = Focused.of(person.page());
			if (focused.is("BUTTON", "action", "continue")) {
				person.leavesBy(() -> presses(person, "Enter"));
				return;
			}
			answers(person, focused, answers);
		}
		Assertions.fail("No button that saves was reached with the keyboard");
	}

	private static void answers(PersonAtBrowser person, Focused focused, Map<String, Object> answers) {
		Object answer = focused.answerOf(answers);
		if (answer == null) {
			return;
		}
		if (focused.type().equals("checkbox")) {
			boolean wanted = answer instanceof List<?> several ? several.contains(focused.value()) : (boolean) answer;
			if (wanted) {
				presses(person, "Space");
				assertThat(person.page().locator(".htmx-request")).hasCount(0);
			}
		}
		else if (focused.type().equals("radio") || focused.type().startsWith("select")) {
			choosesWithArrows(person, answer.toString());
		}
		else {
			presses(person, "Control+A");
			types(person, answer.toString());
		}
	}

	private static void choosesWithArrows(PersonAtBrowser person, String answer) {
		if (Focused.of(person.page()).value().equals(answer)) {
			presses(person, "Space");
			presses(person, "Escape");
			return;
		}
		for (int steps = 0; steps < FAR; steps++) {
			presses(person, "ArrowDown");
			if (Focused.of(person.page()).value().equals(answer)) {
				return;
			}
		}
		Assertions.fail("Not to be chosen with the keyboard: " + answer);
	}

	/** The control that has the focus now. */
	private record Focused(String tag, String type, String name, String value) {

		private static Focused of(Page page) {
			List<?> found = (List<?>) page.evaluate(
					"""
							() => ['tagName', 'type', 'name', 'value'].map(each => String(document.activeElement[each] ?? ''))""");
			return new Focused((String) found.get(0), (String) found.get(1), (String) found.get(2),
					(String) found.get(3));
		}

		private boolean is(String otherTag, String otherName, String otherValue) {
			return tag.equals(otherTag) && name.equals(otherName) && value.equals(otherValue);
		}

		/** The whole answer, or of a date the part that this box asks for. */
		private Object answerOf(Map<String, Object> answers) {
			int part = List.of("-year", "-month", "-day").indexOf(name.replaceFirst("^[^-]*", ""));
			Object date = part < 0 ? null : answers.get(name.replaceFirst("-.*", ""));
			return date == null ? answers.get(name) : date.toString().split("-")[part];
		}

	}

	private static void skipsToTheContent(PersonAtBrowser person) {
		presses(person, "Tab");
		Locator skip = person.page().locator(".govuk-skip-link");
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
