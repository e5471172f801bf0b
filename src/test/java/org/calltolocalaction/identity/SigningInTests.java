package org.calltolocalaction.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeskTest
class SigningInTests {

	private static final String NO_LONGER_WORKS = "This link no longer works";

	@Autowired
	private DeskProperties desk;

	@Autowired
	private GreenMail mails;

	@Autowired
	private MutableClock clock;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	private final String email = "ana." + UUID.randomUUID() + "@example.org";

	private Visitor ana;

	@BeforeEach
	void nobodyAskedForLinksYet() {
		jdbc.sql("delete from sign_in_request").update();
		ana = visitor();
	}

	@Test
	void following_the_link_opens_an_account_and_signs_in() {
		Page page = ana.signsIn(email);

		assertThat(page.path()).isEqualTo("/my/government");
		assertThat(ana.opens("/my/profile").text()).contains(email, "Sign out");
		assertThat(people.byEmail(email)).isPresent();
	}

	@Test
	void the_link_alone_signs_nobody_in_because_mail_scanners_follow_links() {
		String link = ana.linkFor(email);

		visitor().opens(link);

		assertThat(people.byEmail(email)).isEmpty();
		ana.opens(link);
		assertThat(ana.followsOpenedLink().path()).isEqualTo("/my/government");
	}

	@Test
	void a_link_works_once() {
		String link = ana.linkFor(email);
		ana.opens(link);
		ana.followsOpenedLink();

		Visitor other = visitor();
		other.opens(link);
		Page page = other.followsOpenedLink();

		assertThat(page.text()).contains(NO_LONGER_WORKS, "name=\"email\"");
		assertThat(other.opens("/my/profile").path()).isEqualTo("/sign-in");
	}

	@Test
	void a_link_expires_after_fifteen_minutes() {
		clock.advance(Duration.ZERO);
		String link = ana.linkFor(email);
		clock.advance(Duration.ofMinutes(15).plusSeconds(1));

		ana.opens(link);

		assertThat(ana.followsOpenedLink().text()).contains(NO_LONGER_WORKS);
		assertThat(people.byEmail(email)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "00000000-0000-0000-0000-000000000000", "<script>alert(1)</script>" })
	void a_token_that_nobody_was_given_leads_to_the_way_on(String token) {
		ana.opens("/sign-in");

		Page page = ana.sends("/sign-in/link", Map.of("token", token));

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).contains(NO_LONGER_WORKS, "name=\"email\"").doesNotContain("<script>alert");
	}

	@Test
	void a_link_without_token_leads_to_the_way_on() {
		assertThat(ana.opens("/sign-in/link").text()).contains(NO_LONGER_WORKS);
	}

	@ParameterizedTest
	@CsvSource({ "en, Sign in to the Call to Local Action", "es, Enlace para iniciar sesión: Llamado a la Acción Local",
			"fr, Votre lien de connexion à l’Appel à l’action locale" })
	void the_mail_speaks_the_language_of_the_page_that_asked(String language, String subject)
			throws MessagingException {
		Visitor visitor = new Visitor(desk.publicAddress(), mails, language);

		String link = visitor.linkFor(email);

		assertThat(mails.getReceivedMessages()[0].getSubject()).isEqualTo(subject);
		assertThat(link).endsWith("&lang=" + language);
		visitor.opens(link);
		visitor.followsOpenedLink();
		assertThat(people.byEmail(email).orElseThrow().language().getLanguage()).isEqualTo(language);
	}

	@Test
	void the_page_of_the_link_tells_its_address_to_no_other_site() {
		assertThat(ana.opens("/sign-in/link?token=x").header("Referrer-Policy")).isEqualTo("no-referrer");
	}

	@Test
	void one_address_in_whatever_capitals_is_one_account() {
		ana.signsIn(email);
		visitor().signsIn(email.toUpperCase());

		assertThat(jdbc.sql("select id from account where lower(email) = ?").param(email).query().listOfRows())
			.hasSize(1);
	}

	@Test
	void a_slip_of_the_finger_is_told_beside_the_field_and_nothing_typed_is_lost() {
		ana.opens("/sign-in");

		Page page = ana.sends("/sign-in", Map.of("email", "ana@<b>example"));

		assertThat(page.text()).contains("The email address must be valid, for example", "href=\"#email\"",
				"id=\"email-error\"", "ana@&lt;b&gt;example", "<title>Error: Sign in");
	}

	@Test
	void after_signing_in_a_person_is_on_the_page_that_they_wanted() {
		ana.opens("/my/government/new?name=Godoy");

		assertThat(ana.signsIn(email).path()).isEqualTo("/my/government/new");
	}

	@Test
	void a_form_without_its_token_changes_nothing_and_says_why() {
		ana.signsIn(email);

		Page page = ana.sendsWithoutToken("/my/profile", Map.of("name", "Eve", "language", "en", "zone", "UTC"));

		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text()).contains("This page has expired", "Nothing was changed");
		assertThat(people.byEmail(email).orElseThrow().name()).isEqualTo(email);
	}

	@Test
	void the_session_in_the_database_names_the_account_and_keeps_nothing_else_of_the_person() {
		ana.signsIn(email);

		String id = people.byEmail(email).orElseThrow().id().toString();
		byte[] kept = jdbc
			.sql("select attribute_bytes from spring_session_attributes, spring_session "
					+ "where session_primary_id = primary_id and principal_name = ? and attribute_name like '%CONTEXT'")
			.param(id)
			.query(byte[].class)
			.single();
		assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(email);
	}

	@Test
	void pages_soon_after_each_other_leave_the_session_as_it_is_and_a_later_one_says_that_it_is_still_used() {
		ana.signsIn(email);
		long longAgo = Instant.now().minus(Duration.ofHours(11)).toEpochMilli();
		jdbc.sql("update spring_session set last_access_time = ?, expiry_time = ? where principal_name = ?")
			.params(longAgo, longAgo + Duration.ofHours(12).toMillis(),
					people.byEmail(email).orElseThrow().id().toString())
			.update();

		ana.opens("/my/profile");
		long used = lastUse();
		assertThat(used).isGreaterThan(longAgo);

		assertThat(ana.opens("/my/profile").path()).isEqualTo("/my/profile");
		assertThat(lastUse()).isEqualTo(used);
	}

	@Test
	void a_session_that_nobody_used_for_twelve_hours_has_ended() {
		ana.signsIn(email);
		jdbc.sql("update spring_session set last_access_time = ? where principal_name = ?")
			.params(Instant.now().minus(Duration.ofHours(12)).toEpochMilli(),
					people.byEmail(email).orElseThrow().id().toString())
			.update();

		assertThat(ana.opens("/my/profile").path()).isEqualTo("/sign-in");
	}

	private long lastUse() {
		return jdbc.sql("select last_access_time from spring_session where principal_name = ?")
			.param(people.byEmail(email).orElseThrow().id().toString())
			.query(Long.class)
			.single();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Win at evil.example", "https://evil.example", "Ana\nBcc: x@evil.example" })
	void a_name_that_leads_somewhere_is_told_beside_the_field_and_changes_nothing(String name) {
		ana.signsIn(email);
		ana.opens("/my/profile");

		Page page = ana.sends("/my/profile", Map.of("name", name, "language", "en", "zone", "UTC"));

		assertThat(page.text()).contains("Your name must not contain a web address or an email address",
				"id=\"name-error\"");
		assertThat(people.byEmail(email).orElseThrow().named()).isFalse();
	}

	@Test
	void signing_out_ends_the_session() {
		ana.signsIn(email);
		ana.opens("/my/profile");

		assertThat(ana.sends("/sign-out", Map.of()).path()).isEqualTo("/");
		assertThat(ana.opens("/my/profile").path()).isEqualTo("/sign-in");
	}

	@Test
	void there_are_no_demonstration_accounts_on_a_desk_for_real() {
		ana.opens("/sign-in");

		assertThat(ana.sends("/sign-in/demonstration", Map.of("email", desk.firstCoordinator())).status())
			.isEqualTo(404);
		assertThat(ana.opens("/coordination/people").path()).isEqualTo("/sign-in");
	}

	private Visitor visitor() {
		return new Visitor(desk.publicAddress(), mails);
	}

}
