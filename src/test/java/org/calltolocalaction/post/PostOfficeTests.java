package org.calltolocalaction.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.ArgumentMatchers.any;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.EmailAddress;
import org.calltolocalaction.testing.AwkwardMailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What a server is told over the wire, and what is made of its answers. */
class PostOfficeTests {

	private final RefusedAddresses refused = mock(RefusedAddresses.class);

	private AwkwardMailServer server;

	@AfterEach
	void closeTheServer() {
		server.close();
	}

	@ParameterizedTest
	@CsvSource({ "łukasz@city.example, <łukasz@city.example>", "josé@city.example, <josé@city.example>",
			"用户@münchen.example, <用户@xn--mnchen-3ya.example>" })
	void a_server_that_offers_smtputf8_is_told_the_mailbox_letter_by_letter(String typed, String told) {
		server = AwkwardMailServer.thatOffersUtf8();

		send(typed);

		assertThat(server.recipients()).containsExactly(told);
		assertThat(server.commands()).anyMatch(line -> line.startsWith("MAIL FROM:") && line.endsWith(" SMTPUTF8"));
		assertThat(server.mails()).singleElement()
			.satisfies(mail -> assertThat(mail.lines()).contains("To: " + told.replaceAll("[<>]", "")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "łukasz@city.example", "josé@city.example", "用户@münchen.example" })
	void a_server_that_does_not_is_told_of_nobody(String typed) {
		server = AwkwardMailServer.thatKnowsAsciiOnly();

		assertThatThrownBy(() -> send(typed)).isInstanceOfSatisfying(AddressRefused.class, refusal -> {
			assertThat(refusal.reason()).isEqualTo(RefusalReason.NEEDS_UTF8);
			assertThat(refusal.address()).isEqualTo(address(typed));
			assertThat(PostOffice.reasonOf(refusal)).contains("SMTPUTF8");
		});

		assertThat(server.recipients()).isEmpty();
		assertThat(server.mails()).isEmpty();
		assertThat(server.commands()).noneMatch(line -> line.startsWith("MAIL FROM:"));
	}

	@Test
	void a_domain_in_its_own_letters_is_told_as_the_name_servers_know_it_to_any_server() {
		server = AwkwardMailServer.thatKnowsAsciiOnly();

		send("ana@münchen.example");

		assertThat(server.recipients()).containsExactly("<ana@xn--mnchen-3ya.example>");
	}

	@Test
	void what_every_server_behind_ours_knows_is_not_sent_as_something_that_only_some_do() {
		server = AwkwardMailServer.thatOffersUtf8();

		send("ana@city.example");

		assertThat(server.commands()).noneMatch(line -> line.contains("SMTPUTF8"));
		assertThat(server.mails()).singleElement()
			.satisfies(mail -> assertThat(mail).contains("From: =?UTF-8?", "Subject: =?UTF-8?")
				.matches(text -> text.substring(0, text.indexOf("\n\n")).chars().allMatch(c -> c < 128)));
	}

	@Test
	void a_mail_that_was_taken_ends_the_memory_of_a_refusal() {
		server = AwkwardMailServer.thatKnowsAsciiOnly();

		send("ana@city.example");

		verify(refused).forget(address("ana@city.example"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "550 5.1.1 no such user | NO_SUCH_MAILBOX", "550 No such user here | NO_SUCH_MAILBOX",
			"553 5.1.3 bad address syntax | NO_SUCH_MAILBOX", "556 5.1.10 null MX | NO_SUCH_MAILBOX",
			"550 5.2.1 mailbox disabled | NO_SUCH_MAILBOX", "553 5.6.7 SMTPUTF8 required | NEEDS_UTF8",
			"552 5.2.2 mailbox full | REFUSED", "550 5.7.1 relaying denied | REFUSED", "550 relay not permitted | REFUSED",
			"554 5.7.1 blocked by policy | REFUSED", "550 Sender verify failed | REFUSED" })
	void a_lasting_no_to_the_recipient_is_a_refusal_of_the_address_with_its_kind(String answer, RefusalReason reason) {
		server = AwkwardMailServer.thatOffersUtf8().answering(answer);

		assertThatThrownBy(() -> send("ana@city.example")).isInstanceOfSatisfying(AddressRefused.class, refusal -> {
			assertThat(refusal.reason()).isEqualTo(reason);
			assertThat(PostOffice.reasonOf(refusal)).contains(answer);
		});
		assertThat(server.mails()).isEmpty();
		verify(refused, never()).forget(any());
	}

	@ParameterizedTest
	@ValueSource(strings = { "452 4.2.2 mailbox full", "450 4.7.1 greylisted, come again", "421 4.3.2 closing",
			AwkwardMailServer.HANGS_UP })
	void a_server_in_trouble_says_nothing_of_the_address(String answer) {
		server = AwkwardMailServer.thatOffersUtf8().answering(answer);

		Throwable failure = catchThrowable(() -> send("ana@city.example"));

		assertThat(failure).isInstanceOf(MailException.class).isNotInstanceOf(AddressRefused.class);
		verify(refused, never()).forget(any());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Subject\r\nBcc: eva@city.example", "Subject\u2028next", "Subject\u0000" })
	void no_header_has_a_second_line(String subject) {
		server = AwkwardMailServer.thatOffersUtf8();

		assertThatThrownBy(() -> office().send(new OutgoingMail(address("ana@city.example"), Locale.ENGLISH, subject, "Text",
				Optional.empty())))
			.isInstanceOf(MailPreparationException.class);
		assertThat(server.commands()).isEmpty();
	}

	@Test
	void whether_a_mailbox_can_be_told_is_known_before_anything_is_sent_and_asked_once() {
		server = AwkwardMailServer.thatKnowsAsciiOnly();
		Utf8Offer offer = new Utf8Offer(sender(), Clock.systemUTC());

		assertThat(offer.mayReach(address("ana@city.example"))).isTrue();
		assertThat(server.commands()).isEmpty();
		assertThat(offer.mayReach(address("łukasz@city.example"))).isFalse();
		assertThat(offer.mayReach(address("josé@city.example"))).isFalse();

		assertThat(server.commands()).filteredOn(line -> line.startsWith("EHLO")).hasSize(1);
		assertThat(server.recipients()).isEmpty();
	}

	@Test
	void a_server_that_offers_it_or_is_silent_keeps_nobody_out() {
		server = AwkwardMailServer.thatOffersUtf8();
		Utf8Offer offer = new Utf8Offer(sender(), Clock.systemUTC());
		JavaMailSenderImpl nobody = sender();
		server.close();
		Utf8Offer silent = new Utf8Offer(nobody, Clock.systemUTC());

		assertThat(silent.mayReach(address("łukasz@city.example"))).isTrue();
		server = AwkwardMailServer.thatOffersUtf8();
		assertThat(new Utf8Offer(sender(), Clock.systemUTC()).mayReach(address("łukasz@city.example"))).isTrue();
		assertThat(offer.mayReach(address("ana@city.example"))).isTrue();
	}

	private void send(String typed) {
		office().send(new OutgoingMail(address(typed), Locale.FRENCH, "Accusé de réception", "Bonjour,\n\nÇa va ?",
				Optional.of("<one@calltolocalaction.example>")));
	}

	private PostOffice office() {
		return new PostOffice(sender(), refused, properties(), Clock.systemUTC());
	}

	private JavaMailSenderImpl sender() {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("localhost");
		sender.setPort(server.port());
		// As the desk does it for the one sender that it has.
		new PostOffice(sender, refused, properties(), Clock.systemUTC());
		return sender;
	}

	private static DeskProperties properties() {
		return new DeskProperties(URI.create("https://calltolocalaction.example"),
				new DeskProperties.Mail("Appel à l’action <desk@calltolocalaction.example>"), "c@city.example", false);
	}

	private static EmailAddress address(String typed) {
		return EmailAddress.parse(typed).orElseThrow();
	}

}
