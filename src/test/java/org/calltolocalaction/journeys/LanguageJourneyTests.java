package org.calltolocalaction.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.identity.Person;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A member writes in Spanish and in French, on a small screen, with scripts switched off;
 * the other journeys are in English.
 */
class LanguageJourneyTests extends Journey {

	@ParameterizedTest
	@CsvSource({ "es, America/Argentina/Mendoza, Presentar el compromiso", "fr, Africa/Tunis, Soumettre l’engagement" })
	void the_form_is_filled_and_submitted_without_scripts(Locale language, ZoneId zone, String submit) {
		story.anOpenEdition();
		Person member = story.memberOf("Mendoza", language, zone);
		PersonAtBrowser city = signedIn(member, PageChecks.SMALL, false);
		city.opens("/my").seesTitle(words("pledges.my.title", language));
		assertThat(city.page().locator("html")).hasAttribute("lang", language.getLanguage());
		city.opens("/pledge-form").seesTitle(words("pledges.print.title", language));
		city.opens("/my/pledges/new").presses(words("pledges.begin.do", language));

		String check = words("pledges.check.title", language);
		city.follows(check).sees(words("pledges.tasks.incomplete", language));
		city.leavesBy(() -> city.errors().getByRole(AriaRole.LINK).nth(1).click());
		assertThat(city.control("language")).hasValue(language.getLanguage());
		city.seesErrorsThatLeadToTheirFields().sees(words("forms.error-summary.title", language));
		city.follows(check).sees(words("pledges.tasks.incomplete", language));

		Map<String, Object> answers = wholePledge("Educación y acogida");
		answers.put("language", language.getLanguage());
		fillsAllParts(city, language, answers);
		city.follows(check).seesTitle(check).sees("Educación y acogida");
		city.presses(submit).seesTitle(words("pledges.receipt.title", language)).sees(city.reference());
		city.opens("/my/pledges/" + city.reference()).sees(words("pledges.state.UNDER_REVIEW", language));
		city.opens("/my/government").opens("/my/government/profile").opens("/my/profile");
		city.fills(Map.of("mails", "DIGEST", "digestHour", "18")).presses(words("identity.profile.save", language));
		city.isTold(words("identity.profile.saved", language)).sees(words("identity.profile.mails.DIGEST", language));

		PersonAtBrowser reader = signedIn(member, PageChecks.WIDE, true);
		reader.opens("/").opens("/pledges").opens("/reports").opens("/pledges/CLA-2099-9999");
		reader.opens("/pledges?q=contry:AR").follows(words("searches.proposal", language, "country:AR"));
		assertThat(reader.control("q")).hasValue("country:AR");
		reader.follows(words("registry.search.help", language))
			.seesTitle(words("searches.help.title", language))
			.sees("stage:");
	}

}
