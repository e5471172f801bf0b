package org.calltolocalaction.identity.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.web.signin.SignInLimits.Because;
import org.calltolocalaction.identity.web.signin.SignInLimits.Slowed;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.request.ClientAddress;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.testing.AtOnce;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.MutableClock;
import org.calltolocalaction.testing.Visitor;
import org.calltolocalaction.testing.Visitor.Page;
import org.calltolocalaction.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The owner of an address, a workshop behind one router, and whoever wants to keep them
 * out or to fill their mailbox.
 */
@DeskTest
class AskingForLinksTests {

	@Autowired
	private SignInLimits limits;

	@Autowired
	private OpenAccount openAccount;

	@Autowired
	private Visitors visitors;

	@Autowired
	private GreenMail mails;

	@Autowired
	private MutableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DeskProperties desk;

	private final EmailAddress victim = address("victim");

	private Visitor stranger;

	@BeforeEach
	void itIsNoon() {
		clock.set(Instant.parse("2026-10-03T12:00:00Z"));
		stranger = visitors.anybody();
	}

	@Test
	void the_owner_of_an_address_signs_in_however_often_a_stranger_asks_for_it() {
		String link = stranger.linkFor(victim.value());
		for (int asked = 0; asked < 20; asked++) {
			asks(stranger, victim);
			clock.advance(Duration.ofSeconds(20));
		}

		Visitor owner = visitorHere();
		Page told = asks(owner, victim);
		assertThat(told.status()).isEqualTo(429);
		assertThat(told.text()).contains(victim.value(), "still works", "You can ask for a link again in");
		owner.opens(link);
		assertThat(owner.followsOpenedLink().path()).isEqualTo("/my/government");
	}

	@Test
	void whoever_asks_again_gets_the_same_link_and_is_told_how_long_to_wait() {
		String first = stranger.linkFor(victim.value());

		Page told = asks(stranger, victim);

		assertThat(told.status()).isEqualTo(429);
		assertThat(told.path()).isEqualTo("/sign-in");
		assertThat(told.header("Retry-After")).isEqualTo("31");
		assertThat(told.text()).contains("Please wait before you ask again", "in 30 seconds", "name=\"email\"");
		clock.advance(Duration.ofSeconds(30));
		assertThat(stranger.linkFor(victim.value())).isEqualTo(first);
		assertThat(asks(stranger, victim).text()).contains("in 60 seconds");
		clock.advance(Duration.ofMinutes(8));
		assertThat(stranger.linkFor(victim.value())).as("the first one is too old to be sent again")
			.isNotEqualTo(first);
		assertThat(jdbc.sql("select count(*) from one_time_tokens where username = ?")
			.param(victim.value())
			.query(Long.class)
			.single()).isEqualTo(2);
	}

	@Test
	void signing_in_ends_the_wait() {
		stranger.signsIn(victim.value());

		assertThat(visitorHere().linkFor(victim.value())).isNotEmpty();
	}

	@Test
	void nobody_learns_whether_an_address_has_an_account() {
		EmailAddress known = address("known");
		openAccount.of(known, Languages.ENGLISH);
		stranger.linkFor(victim.value());
		stranger.linkFor(known.value());

		Page unknownOne = asks(stranger, victim);
		Page knownOne = asks(stranger, known);

		assertThat(knownOne.status()).isEqualTo(unknownOne.status());
		assertThat(withoutSecrets(knownOne, known)).isEqualTo(withoutSecrets(unknownOne, victim));
	}

	@Test
	void forty_people_of_a_workshop_behind_one_router_all_sign_in() {
		for (int person = 0; person < 40; person++) {
			assertThat(visitorHere().linkFor(address("workshop").value())).isNotEmpty();
		}
	}

	@Test
	void the_sixty_first_of_one_client_is_told_to_wait_half_a_minute_and_then_served() {
		IntStream.range(0, 60).forEach(person -> assertThat(limits.admit(address("city"), here())).isEmpty());
		int before = mails.getReceivedMessages().length;

		Page told = asks(stranger, victim);

		assertThat(told.status()).isEqualTo(429);
		assertThat(told.text()).contains("through your internet connection", "did not send an email", "in 30 seconds");
		assertThat(mails.getReceivedMessages()).hasSize(before);
		assertThat(limits.admit(address("elsewhere"), ClientAddress.of("203.0.113.7"))).isEmpty();
		clock.advance(Duration.ofSeconds(30));
		assertThat(stranger.linkFor(victim.value())).isNotEmpty();
	}

	@Test
	void another_address_of_the_same_ipv6_network_is_the_same_client() {
		IntStream.range(0, 60)
			.forEach(person -> limits.admit(address("bot"),
					ClientAddress.of("2001:db8:1:2::" + Integer.toHexString(person + 1))));

		assertThat(limits.admit(victim, ClientAddress.of("2001:db8:1:2:ffff::1")).map(Slowed::because))
			.contains(Because.OF_THE_CLIENT);
		assertThat(limits.admit(victim, ClientAddress.of("2001:db8:1:3::1"))).isEmpty();
	}

	@Test
	void many_clients_together_are_slowed_for_a_minute_at_most() {
		IntStream.range(0, SignInPace.FROM_EVERYBODY_PER_MINUTE)
			.forEach(client -> assertThat(limits.admit(address("anybody"), ClientAddress.of("203.0.113." + client)))
				.isEmpty());

		Optional<Slowed> slowed = limits.admit(victim, ClientAddress.of("198.51.100.1"));

		assertThat(slowed).contains(new Slowed(Because.OF_EVERYBODY, Duration.ofMinutes(1)));
		assertThat(asks(stranger, victim).text()).contains("Very many people", "in 60 seconds");
		clock.advance(Duration.ofMinutes(1));
		assertThat(limits.admit(victim, ClientAddress.of("198.51.100.1"))).isEmpty();
	}

	@Test
	void of_two_who_ask_for_the_same_address_at_once_one_is_served() throws Exception {
		List<Boolean> served = AtOnce.atOnce(() -> limits.admit(victim, ClientAddress.of("203.0.113.1")).isEmpty(),
				() -> limits.admit(victim, ClientAddress.of("203.0.113.2")).isEmpty());

		assertThat(served).containsExactlyInAnyOrder(true, false);
	}

	@Test
	void whoever_is_slowed_leaves_nothing_behind_and_what_was_sent_is_forgotten_after_a_day() {
		IntStream.range(0, 50).forEach(asked -> limits.admit(victim, here()));
		assertThat(kept()).isOne();

		clock.advance(Duration.ofDays(1));
		limits.admit(address("next"), here());

		assertThat(kept()).isZero();
	}

	@Test
	void what_a_clock_of_another_node_puts_into_the_future_makes_nobody_wait() {
		clock.advance(Duration.ofDays(2));
		limits.admit(victim, here());
		clock.advance(Duration.ofDays(-2));

		assertThat(limits.admit(victim, here())).isEmpty();
	}

	private long kept() {
		return jdbc.sql("select count(*) from sign_in_request where email = ?")
			.param(victim.value())
			.query(Long.class)
			.single();
	}

	private Page asks(Visitor visitor, EmailAddress email) {
		visitor.opens("/sign-in");
		return visitor.sends("/sign-in", Map.of("email", email.value()));
	}

	private Visitor visitorHere() {
		return new Visitor(desk.publicAddress(), mails);
	}

	/** As the desk sees the visitors of this test. */
	private static ClientAddress here() {
		return ClientAddress.of("127.0.0.1");
	}

	private static String withoutSecrets(Page page, EmailAddress email) {
		return page.text().replace(email.value(), "…").replaceAll("(name=\"_csrf\"[^>]*value=)\"[^\"]+\"", "$1…");
	}

	private static EmailAddress address(String name) {
		return EmailAddress.parse(name + "." + UUID.randomUUID() + "@example.org").orElseThrow();
	}

}
