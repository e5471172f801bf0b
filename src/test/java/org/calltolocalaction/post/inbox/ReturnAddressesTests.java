package org.calltolocalaction.post.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.post.inbox.ReturnAddresses.Purpose;
import org.calltolocalaction.post.inbox.ReturnAddresses.Sign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReturnAddressesTests {

	private final UUID mail = UUID.randomUUID();

	static ReturnAddresses signedBy(String secret) {
		InboxSettings settings = settings("desk@example.org", secret);
		return new ReturnAddresses(settings, new InboxKey(settings, mock(JdbcClient.class)));
	}

	private static InboxSettings settings(String address, String secret) {
		return new InboxSettings("imap.example.org", 0, "desk", "", true, "INBOX", Duration.ofMinutes(1), address,
				secret);
	}

	@Test
	void an_address_says_of_which_mail_it_is_and_fits_every_server() {
		ReturnAddresses ours = signedBy("a secret of the desk");
		String address = address(ours, Purpose.REPLY);

		assertThat(address).matches("desk\\+r\\.[0-9a-v]{26}\\.[0-9a-v]{16}@example\\.org");
		assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
		assertThat(ours.among(List.of("Desk <" + address.toUpperCase(Locale.ROOT) + ">, other@example.org")))
			.contains(new Sign(Purpose.REPLY, mail));
		assertThat(ours.among(List.of(address(ours, Purpose.BOUNCE)))).contains(new Sign(Purpose.BOUNCE, mail));
	}

	@Test
	void nobody_makes_one_who_does_not_know_the_secret_or_changes_a_letter() {
		ReturnAddresses ours = signedBy("a secret of the desk");
		String address = address(ours, Purpose.REPLY);

		assertThat(ours.among(List.of(address(signedBy("another secret here"), Purpose.REPLY)))).isEmpty();
		assertThat(ours.among(List.of(address.replace("+r.", "+b.")))).isEmpty();
		for (int at = "desk+r.".length(); at < address.indexOf('@'); at++) {
			char other = address.charAt(at) == '0' ? '1' : '0';
			assertThat(ours.among(List.of(address.substring(0, at) + other + address.substring(at + 1)))).isEmpty();
		}
	}

	@Test
	void without_a_mailbox_no_mail_names_an_address_and_none_is_believed() {
		ReturnAddresses none = new ReturnAddresses(InboxSettings.NONE,
				new InboxKey(InboxSettings.NONE, mock(JdbcClient.class)));

		assertThat(none.of(Optional.of("<" + mail + "@example.org>"), Purpose.REPLY)).isEmpty();
		assertThat(none.among(List.of(address(signedBy("a secret of the desk"), Purpose.REPLY)))).isEmpty();
		assertThat(signedBy("a secret of the desk").of(Optional.empty(), Purpose.REPLY)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "desk", "desk+answers@example.org", "a-very-long-name-of-a-desk@example.org",
			"łukasz@example.org" })
	void a_mailbox_whose_address_takes_no_sign_stops_the_start(String address) {
		assertThatThrownBy(() -> settings(address, "")).isInstanceOf(IllegalArgumentException.class)
			.hasMessageStartingWith("desk.inbox.address");
	}

	private String address(ReturnAddresses by, Purpose purpose) {
		return by.of(Optional.of("<" + mail + "@example.org>"), purpose).orElseThrow().value();
	}

}
