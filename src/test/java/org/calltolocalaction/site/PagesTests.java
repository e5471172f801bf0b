package org.calltolocalaction.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.identity.People;
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

@DeskTest
class PagesTests {

	@Autowired
	private DeskProperties desk;

	@Autowired
	private GreenMail mails;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	private Visitor visitor;

	@BeforeEach
	void aVisitor() {
		jdbc.sql("delete from sign_in_request").update();
		visitor = new Visitor(desk.publicAddress(), mails, "de,fr;q=0.8");
	}

	@Test
	void the_browsers_first_language_that_the_desk_speaks_is_taken() {
		assertThat(visitor.opens("/").text()).contains("lang=\"fr\"", "Les gouvernements locaux agissent");
	}

	@Test
	void the_language_switches_and_is_remembered() {
		assertThat(visitor.opens("/?lang=es").text()).contains("<title>Los gobiernos locales actúan");
		assertThat(visitor.opens("/sign-in").text()).contains("Iniciar sesión");
	}

	@Test
	void a_language_that_the_desk_does_not_speak_is_passed_over() {
		assertThat(visitor.opens("/?lang=xx").text()).contains("Les gouvernements locaux agissent");
	}

	@Test
	void the_switch_keeps_the_address_and_its_query() {
		assertThat(visitor.opens("/sign-in?a=1&lang=en&b=%C3%A9").text())
			.contains("href=\"/sign-in?a=1&amp;b=%C3%A9&amp;lang=es\"");
	}

	@Test
	void the_account_remembers_the_language_wherever_the_person_signs_in() {
		String email = "l." + UUID.randomUUID() + "@example.org";
		visitor.signsIn(email);
		visitor.opens("/my/profile?lang=es");

		assertThat(people.byEmail(email).orElseThrow().language().getLanguage()).isEqualTo("es");
		Visitor elsewhere = new Visitor(desk.publicAddress(), mails, "en");
		elsewhere.signsIn(email);
		elsewhere.sends("/my/profile", Map.of("name", "Ana", "language", "es", "zone", "America/Bogota"));
		assertThat(elsewhere.opens("/my/profile").text()).contains("Cerrar sesión", "Ana",
				"<option value=\"America/Bogota\" selected=\"selected\">America/Bogota (UTC−5)");
	}

	@Test
	void a_profile_of_nonsense_is_refused_field_by_field() {
		visitor.signsIn("l." + UUID.randomUUID() + "@example.org");
		visitor.opens("/my/profile?lang=en");

		Page page = visitor.sends("/my/profile",
				Map.of("name", "x".repeat(121), "language", "xx", "zone", "Mars/Base"));

		assertThat(page.text()).contains("id=\"name-error\"", "id=\"language-error\"", "id=\"zone-error\"");
	}

	@ParameterizedTest
	@CsvSource({ "en, This page does not exist", "es, Esta página no existe", "fr, Cette page n’existe pas" })
	void an_unknown_address_has_a_page_with_the_way_on(String language, String title) {
		for (String address : new String[] { "/nothing", "/pledges/CLA-1/x/y", "/assets/nothing.css", "/error" }) {
			Page page = visitor.opens(address + "?lang=" + language);

			assertThat(page.status()).as(address).isEqualTo(404);
			assertThat(page.text()).contains("<title>" + title, "href=\"/\"").doesNotContain("Exception");
		}
	}

	@Test
	void an_address_for_forms_alone_says_so_when_it_is_opened() {
		visitor.signsIn("l." + UUID.randomUUID() + "@example.org");

		Page page = visitor.opens("/my/government/join?lang=en");

		assertThat(page.status()).isEqualTo(405);
		assertThat(page.text()).contains("You cannot open this address directly");
	}

	@Test
	void every_page_forbids_what_it_does_not_need() {
		for (String address : new String[] { "/", "/sign-in", "/nothing", "/assets/desk.css" }) {
			Page page = visitor.opens(address);

			assertThat(page.header("Content-Security-Policy")).as(address)
				.isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
						+ "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
						+ "frame-ancestors 'none'");
			assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
			assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
			assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
		}
	}

	@Test
	void no_page_holds_scripts_or_styles_of_its_own() {
		for (String address : new String[] { "/", "/sign-in", "/sign-in/sent", "/nothing" }) {
			assertThat(visitor.opens(address).text()).doesNotContain("style=\"", "<style", "onclick", "<script>");
		}
	}

	@Test
	void a_page_may_come_back_by_the_back_button_but_is_asked_for_anew() {
		assertThat(visitor.opens("/sign-in").header("Cache-Control")).isEqualTo("private, no-cache");
	}

	@Test
	void a_desk_for_real_says_nothing_of_demonstration() {
		assertThat(visitor.opens("/?lang=en").text()).doesNotContain("demonstration");
	}

}
