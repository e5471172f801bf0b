package org.calltolocalaction.governments;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeskTest
class GovernmentPagesTests {

	@Autowired
	private DeskProperties desk;

	@Autowired
	private GreenMail mails;

	@Autowired
	private JdbcClient jdbc;

	private final String city = "Godoy Cruz " + UUID.randomUUID();

	private Visitor ana;

	@BeforeEach
	void anaIsSignedIn() {
		jdbc.sql("delete from sign_in_request").update();
		ana = signedIn();
	}

	@Test
	void a_city_is_registered_with_the_world_section_of_its_country() {
		Page page = register(ana, city, "AR");

		assertThat(page.path()).isEqualTo("/my/government");
		assertThat(page.text()).contains(city, "Municipality", "Argentina", "Latin America and the Caribbean",
				"href=\"https://www.example.org\"", "Endorsement not recorded yet");
	}

	@Test
	void what_is_missing_is_told_beside_each_field_and_nothing_typed_is_lost() {
		ana.opens("/my/government/new");

		Page page = ana.sends("/my/government/new", Map.of("name", "Aldea \"<b>\"", "type", "NONSENSE", "country", "XX",
				"region", "", "website", "javascript:alert(1)//"));

		assertThat(page.text()).contains("id=\"type-error\"", "id=\"country-error\"", "id=\"website-error\"",
				"href=\"#country\"", "value=\"Aldea &quot;&lt;b&gt;&quot;\"", "<title>Error: ");
		assertThat(jdbc.sql("select count(*) from government where name like 'Aldea%'").query(Long.class).single())
			.isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://bank.example@evil.example", "bank.example@evil.example", "https://localhost",
			"data:text/html,x", "java\u0000script:alert(1)" })
	void a_website_that_leads_elsewhere_than_it_says_is_refused_beside_its_field(String website) {
		ana.opens("/my/government/new");

		Page page = ana.sends("/my/government/new",
				Map.of("name", city, "type", "MUNICIPALITY", "country", "AR", "region", "", "website", website));

		assertThat(page.text()).contains("id=\"website-error\"");
		assertThat(jdbc.sql("select count(*) from government where name = ?").param(city).query(Long.class).single())
			.isZero();
	}

	@Test
	void a_website_in_letters_that_look_like_others_is_shown_as_what_it_is() {
		ana.opens("/my/government/new");

		Page page = ana.sends("/my/government/new", Map.of("name", city, "type", "MUNICIPALITY", "country", "AR",
				"region", "", "website", "https://p\u0430ypal.example"));

		assertThat(page.text()).contains(">https://xn--").doesNotContain(">https://p\u0430ypal");
	}

	@Test
	void a_hundred_thousand_characters_for_a_name_are_a_clear_error() {
		ana.opens("/my/government/new");

		Page page = register(ana, "x".repeat(100_000), "AR");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).contains("The name must be 200 characters or fewer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Prize at https://evil.example/", "www.evil.example", "Win at evil.com now",
			"eve@evil.example", "evil\uFF0Ecom", "ev\u200Bil.com" })
	void a_name_that_leads_somewhere_is_refused_beside_the_field(String name) {
		Page page = register(ana, name, "AR");

		assertThat(page.path()).isEqualTo("/my/government/new");
		assertThat(page.text()).contains("The name must not contain a web address or an email address",
				"href=\"#name\"", "id=\"name-error\"");
		register(ana, city, "AR");
		assertThat(corrects(ana, name, "NETWORK").text()).contains("The name must not contain a web address");
		assertThat(ana.opens("/my/government").text()).contains(city);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\u2028", "\u000B" })
	void a_name_that_is_pasted_in_two_lines_is_kept_in_one(String lineBreak) {
		Page page = register(ana, city + lineBreak + "Cruz", "AR");

		assertThat(page.text()).contains(city + " Cruz");
	}

	@Test
	void script_in_a_name_shows_as_text() {
		Page page = register(ana, "<script>alert('" + city + "')</script>", "AR");

		assertThat(page.text()).contains("&lt;script&gt;").doesNotContain("<script>alert");
	}

	@Test
	void a_government_that_is_known_is_offered_to_join_and_a_member_agrees() {
		register(ana, city, "AR");
		Visitor ben = signedIn();

		Page offer = register(ben, city.toUpperCase(), "AR");
		assertThat(offer.text()).contains("This government is already registered", "Ask to join this government");
		String id = offer.text().replaceFirst("(?s).*name=\"government\" value=\"([^\"]+)\".*", "$1");
		assertThat(ben.sends("/my/government/join", Map.of("government", id)).text()).contains("Your request to join");

		assertThat(ana.opens("/my").text()).contains("requests to answer: 1",
				"Requests to represent your government: 1");
		Page own = ana.opens("/my/government");
		String request = own.text().replaceFirst("(?s).*name=\"request\" value=\"([^\"]+)\".*", "$1");
		assertThat(ana.sends("/my/government/agree", Map.of("request", request)).text())
			.contains("The request has been accepted. This person is now a member.");
		assertThat(ben.opens("/my/government").text()).contains("Your government", city);
		assertThat(ana.opens("/my").text()).doesNotContain("requests to answer",
				"Requests to represent your government");
	}

	@Test
	void the_second_of_two_who_decide_is_told_so() {
		register(ana, city, "AR");
		Visitor ben = signedIn();
		String offer = register(ben, city, "AR").text();
		ben.sends("/my/government/join",
				Map.of("government", offer.replaceFirst("(?s).*name=\"government\" value=\"([^\"]+)\".*", "$1")));
		String request = ana.opens("/my/government")
			.text()
			.replaceFirst("(?s).*name=\"request\" value=\"([^\"]+)\".*", "$1");
		ana.sends("/my/government/refuse", Map.of("request", request));

		Page page = ana.sends("/my/government/agree", Map.of("request", request));

		assertThat(page.status()).isEqualTo(409);
		assertThat(page.text()).contains(
				"Somebody else has already answered this request. Nothing was changed. Load the page again to see the open requests.",
				"Go back and load the page again to see the newest version.");
	}

	@Test
	void a_word_where_a_date_is_due_is_a_clear_error() {
		register(ana, city, "AR");
		ana.opens("/my/government/endorsement");

		Page page = ana.sends("/my/government/endorsement",
				Map.of("day", "soon", "month", "13", "year", "2022", "signatory", "Ana <i>Mayor</i>"));

		assertThat(page.text()).contains("The date must be valid, for example 27 3 2024", "value=\"soon\"",
				"href=\"#day\"", "Ana &lt;i&gt;Mayor&lt;/i&gt;");
	}

	@Test
	void an_endorsement_is_shown_as_it_was_recorded() {
		register(ana, city, "AR");
		ana.opens("/my/government/endorsement");

		Page page = ana.sends("/my/government/endorsement", Map.of("day", "1", "month", "10", "year", "2022",
				"signatory", "Ana Pérez, Mayor", "statement", "We endorse it"));

		assertThat(page.text()).contains("The endorsement has been recorded.", "1 October 2022", "Ana Pérez, Mayor");
		assertThat(ana.opens("/my/government?lang=fr").text()).contains("1er octobre 2022");
	}

	@Test
	void a_member_corrects_what_is_known_of_the_government() {
		register(ana, city, "AR");
		assertThat(ana.opens("/my/government/profile").text()).contains("value=\"" + city + "\"",
				"<option value=\"AR\" selected=\"selected\">");

		Page page = corrects(ana, "Mancomunidad de " + city, "NETWORK");

		assertThat(page.text()).contains("The details have been saved.", "Mancomunidad de " + city,
				"https://www.example.com");
		assertThat(jdbc
			.sql("select facts from audit_personal where facts ->> 'from' like :from and facts ->> 'to' like :to")
			.param("from", "%\"" + city + "\"%")
			.param("to", "%Mancomunidad de " + city + "%")
			.query(String.class)
			.list()).hasSize(1);
	}

	@Test
	void a_government_cannot_take_the_name_of_another_in_its_country() {
		Visitor ben = signedIn();
		register(ben, "Otra " + city, "AR");
		register(ana, city, "AR");
		ana.opens("/my/government/profile");

		Page page = corrects(ana, "OTRA " + city, "MUNICIPALITY");

		assertThat(page.text()).contains("Another government with this name is registered",
				"value=\"OTRA " + city + "\"");
		assertThat(ana.opens("/my/government").text()).contains(city).doesNotContain("OTRA");
	}

	@Test
	void whoever_acts_for_no_government_has_none_to_correct() {
		assertThat(ana.opens("/my/government/profile").status()).isEqualTo(404);
	}

	@Test
	void an_identifier_that_is_none_is_a_clear_error() {
		ana.opens("/my/government");

		assertThat(ana.sends("/my/government/join", Map.of("government", "7")).status()).isEqualTo(400);
		assertThat(ana.sends("/my/government/join", Map.of("government", UUID.randomUUID().toString())).status())
			.isEqualTo(404);
	}

	private static Page corrects(Visitor visitor, String name, String type) {
		return visitor.sends("/my/government/profile", Map.of("name", name, "type", type, "country", "AR", "region", "",
				"website", "https://www.example.com"));
	}

	private Page register(Visitor visitor, String name, String country) {
		visitor.opens("/my/government/new");
		return visitor.sends("/my/government/new", Map.of("name", name, "type", "MUNICIPALITY", "country", country,
				"region", "", "website", "www.example.org"));
	}

	private Visitor signedIn() {
		Visitor visitor = new Visitor(desk.publicAddress(), mails);
		visitor.signsIn("m." + UUID.randomUUID() + "@example.org");
		return visitor;
	}

}
