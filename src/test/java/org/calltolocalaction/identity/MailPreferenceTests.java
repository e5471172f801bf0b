package org.calltolocalaction.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.identity.MailPreference.Choice;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On their own page, people choose how much mail they want. */
@DeskTest
class MailPreferenceTests {

	@Autowired
	private DeskProperties desk;

	@Autowired
	private GreenMail mails;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	private final String email = "ana." + UUID.randomUUID() + "@example.org";

	private Visitor ana;

	@BeforeEach
	void anaIsSignedIn() {
		jdbc.sql("delete from sign_in_request").update();
		ana = new Visitor(desk.publicAddress(), mails);
		ana.signsIn(email);
	}

	@Test
	void everything_comes_at_once_until_somebody_chooses() {
		assertThat(ana.opens("/my/profile").text()).containsPattern("value=\"EVERYTHING\"[^>]*checked")
			.containsPattern("value=\"7\"[^>]*selected[^>]*>07:00<");
		assertThat(preference()).isEqualTo(new MailPreference(Choice.EVERYTHING, 7));
	}

	@Test
	void what_was_chosen_is_kept_and_shown() {
		Page page = saves("DIGEST", "18");

		assertThat(page.text()).contains("Your account has been updated.")
			.containsPattern("value=\"DIGEST\"[^>]*checked")
			.containsPattern("value=\"18\"[^>]*selected[^>]*>18:00<");
		assertThat(preference()).isEqualTo(new MailPreference(Choice.DIGEST, 18));
	}

	@Test
	void a_page_that_does_not_know_of_the_choice_changes_nothing_about_it() {
		saves("WHAT_NEEDS_ME", "9");

		saves(null, null);

		assertThat(preference()).isEqualTo(new MailPreference(Choice.WHAT_NEEDS_ME, 9));
	}

	@ParameterizedTest
	@CsvSource({ "NOTHING, 7, mails", "'', 7, mails", "DIGEST, 24, digestHour", "DIGEST, -1, digestHour",
			"DIGEST, noon, digestHour" })
	void what_cannot_be_chosen_is_told_beside_the_field(String choice, String hour, String field) {
		Page page = saves(choice, hour);

		assertThat(page.text()).contains("id=\"" + field + "-error\"", "href=\"#" + field + "\"",
				"id=\"" + field + "\"");
		assertThat(preference()).isEqualTo(MailPreference.DEFAULT);
	}

	@ParameterizedTest
	@CsvSource({ "en, Only when I need to do something", "es, Solo cuando deba hacer algo",
			"fr, Seulement lorsqu’une action de ma part est nécessaire" })
	void the_choices_speak_three_languages(String language, String choice) {
		assertThat(ana.opens("/my/profile?lang=" + language).text()).contains(choice);
	}

	private Page saves(String choice, String hour) {
		ana.opens("/my/profile");
		Map<String, String> form = new HashMap<>(Map.of("name", "Ana", "language", "en", "zone", "UTC"));
		if (choice != null) {
			form.put("mails", choice);
			form.put("digestHour", hour);
		}
		return ana.sends("/my/profile", form);
	}

	private MailPreference preference() {
		return people.byEmail(email).orElseThrow().mails();
	}

}
