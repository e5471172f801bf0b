package org.calltolocalaction.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.Test;

/**
 * Somebody tries to put more than text into text. That nothing of it runs is checked on
 * every page.
 */
class MarkupJourneyTests extends Journey {

	private static final String TITLE = "<script>alert('title')</script><b>Bold</b> & \"quoted\"";

	private static final String IMPACT = "\"><img src=x onerror=alert('impact')>${7*7} [[${7*7}]] __${7*7}__";

	private static final String COMMENT = "</textarea><script>alert('comment')</script>";

	@Test
	void script_and_markup_show_as_text_wherever_they_are_read() {
		EditionYear year = story.anOpenEdition();
		Person member = story.memberOf("Tirana");
		PersonAtBrowser city = signedIn(member);
		Map<String, Object> answers = wholePledge(TITLE);
		answers.put("expectedImpact", IMPACT);
		city.opens("/my/pledges/new").presses("Begin the pledge");
		fillsAllParts(city, answers);
		showsAsText(city, TITLE);
		city.follows("Check your answers").seesTitle("Check your answers");
		showsAsText(city, TITLE, IMPACT);
		PledgeReference reference = new PledgeReference(city.reference());
		city.opens("/my/pledges/" + reference + "/sections/action");
		assertThat(city.control("title")).hasValue(TITLE);
		assertThat(city.control("expectedImpact")).hasValue(IMPACT);
		city.opens("/my/pledges/" + reference + "/check").presses("Submit the pledge");
		showsAsText(city, TITLE);
		city.opens("/my");
		showsAsText(city, TITLE);
		jobs.run(reference);

		PersonAtBrowser rosa = signedIn(story.reviewer("UCLG", "Rosa")).opens("/reviews?q=" + reference);
		showsAsText(rosa, TITLE);
		rosa.opens("/reviews/" + reference);
		showsAsText(rosa, TITLE, IMPACT);
		rosa.fills(review("APPROVE", COMMENT))
			.fills(Map.of("concrete", "NO", "concreteComment", COMMENT))
			.presses("Complete the review");
		story.judges("MMC", reference, "APPROVE");
		story.judges("IOM", reference, "APPROVE");
		jobs.run(reference);

		city.opens("/my/pledges/" + reference);
		showsAsText(city, TITLE, IMPACT, COMMENT);
		PersonAtBrowser laura = signedIn(story.coordinator());
		laura.opens("/coordination/pledges/" + reference);
		showsAsText(laura, TITLE, IMPACT, COMMENT);
		laura.opens("/coordination/editions/" + year + "/pledges");
		showsAsText(laura, TITLE);
		laura.opens("/reports/" + year);
		showsAsText(laura, TITLE);

		PersonAtBrowser reader = anybody();
		reader.opens("/pledges?q=" + reference);
		showsAsText(reader, TITLE);
		reader.opens("/pledges/" + reference);
		showsAsText(reader, TITLE, IMPACT);
		reader.opens("/pledges").fills(Map.of("q", TITLE)).presses("Search");
		assertThat(reader.control("q")).hasValue(TITLE);
	}

	private static void showsAsText(PersonAtBrowser person, String... texts) {
		person.sees(texts);
		assertThat(person.page().locator("main b, main img[src=x], body script:not([src])")).hasCount(0);
	}

}
