package org.calltolocalaction.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.post.ServerTrouble.Reached;
import org.calltolocalaction.post.content.MailContent;
import org.calltolocalaction.post.inbox.ReturnAddresses;
import org.calltolocalaction.testing.AwkwardMailServer;
import org.calltolocalaction.testing.MutableClock;
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

	private static final long PATIENCE_MILLIS = 500;

	private static final ReturnAddresses NO_MAILBOX = mock(ReturnAddresses.class);

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
	@CsvSource(delimiter = '|', value = { "550 5.1.1 no such user | NO_SUCH_MAILBOX | false",
			"550 No such user here | NO_SUCH_MAILBOX | false", "553 5.1.3 bad address syntax | NO_SUCH_MAILBOX | false",
			"556 5.1.10 null MX | NO_SUCH_MAILBOX | false", "550 5.2.1 mailbox disabled | NO_SUCH_MAILBOX | false",
			"553 5.6.7 SMTPUTF8 required | NEEDS_UTF8 | false", "552 5.2.2 mailbox full | REFUSED | false",
			"554 5.7.1 blocked by policy | REFUSED | true", "550 Sender verify failed | REFUSED | true" })
	void a_lasting_no_to_the_recipient_is_a_refusal_of_the_address_with_its_kind(String answer, RefusalReason reason,
			boolean becauseOfUs) {
		server = AwkwardMailServer.thatOffersUtf8().answering(answer);

		assertThatThrownBy(() -> send("ana@city.example")).isInstanceOfSatisfying(AddressRefused.class, refusal -> {
			assertThat(refusal.reason()).isEqualTo(reason);
			assertThat(refusal.becauseOfUs()).isEqualTo(becauseOfUs);
			assertThat(PostOffice.reasonOf(refusal)).contains(answer);
		});
		assertThat(server.mails()).isEmpty();
		verify(refused, never()).forget(any());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "DATA | 550 5.1.1 no such user | NO_SUCH_MAILBOX",
			"CONTENT | 550 5.1.1 no such user | NO_SUCH_MAILBOX", "CONTENT | 550 no such user | NO_SUCH_MAILBOX",
			"CONTENT | 552 5.2.2 over quota | REFUSED", "CONTENT | 552 mailbox full | REFUSED" })
	void a_no_to_the_recipient_that_comes_late_is_one_as_well(String command, String answer, RefusalReason reason) {
		server = AwkwardMailServer.thatKnowsAsciiOnly().saying(command, answer);

		assertThatThrownBy(() -> send("ana@city.example")).isInstanceOfSatisfying(AddressRefused.class,
				refusal -> assertThat(refusal.reason()).isEqualTo(reason));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "DATA | 554 5.5.1 no", "CONTENT | 552 5.3.4 too large",
					"CONTENT | 554 5.7.1 message from a blocked sender", "CONTENT | 550 rejected",
					"CONTENT | 550 5.7.26 the sender must authenticate by SPF" })
	void a_lasting_no_to_the_mail_itself_says_nothing_of_the_address(String command, String answer) {
		server = AwkwardMailServer.thatKnowsAsciiOnly().saying(command, answer);

		assertThatThrownBy(() -> send("ana@city.example")).isInstanceOfSatisfying(MailRefused.class,
				refusal -> assertThat(PostOffice.reasonOf(refusal)).contains(answer));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "GREETING | 554 no service", "GREETING | 421 busy", "EHLO | ''",
					"MAIL | 550 5.7.1 you may not send as this", "MAIL | 530 5.7.0 authentication required",
					"MAIL | 452 later", "GREETING | ''", "MAIL | ''" })
	void what_is_said_before_the_recipient_is_named_is_said_of_all_mails(String command, String answer) {
		server = AwkwardMailServer.thatKnowsAsciiOnly().saying(command, answer);

		assertThatThrownBy(() -> send("ana@city.example")).isInstanceOfSatisfying(ServerTrouble.class,
				trouble -> assertThat(trouble.reached()).isEqualTo(Reached.THE_SERVER));
	}

	@ParameterizedTest
	@ValueSource(strings = { AwkwardMailServer.GREETING, "EHLO", "MAIL", "RCPT", "DATA" })
	void a_server_that_says_nothing_is_left_soon(String command) {
		server = AwkwardMailServer.thatKnowsAsciiOnly().saying(command, AwkwardMailServer.HANGS);

		assertThatThrownBy(() -> send("ana@city.example")).isInstanceOf(ServerTrouble.class);
		assertThat(server.silences()).isOne();
	}

	@Test
	void a_server_that_took_the_mail_is_given_longer_to_say_so() throws Exception {
		server = AwkwardMailServer.thatKnowsAsciiOnly().saying(AwkwardMailServer.CONTENT, AwkwardMailServer.HANGS);
		ExecutorService desk = Executors.newSingleThreadExecutor();
		try {
			Future<Throwable> sending = desk.submit(() -> catchThrowable(() -> send("ana@city.example")));
			// More than the patience that each other answer is given here.
			assertThatThrownBy(() -> sending.get(4 * PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
				.isInstanceOf(TimeoutException.class);
			server.close();

			assertThat(sending.get()).isInstanceOfSatisfying(ServerTrouble.class,
					trouble -> assertThat(trouble.reached()).isEqualTo(Reached.THE_MAIL));
		}
		finally {
			desk.shutdownNow();
		}
	}

	@Test
	void a_server_that_says_a_letter_now_and_then_keeps_nobody_for_long() throws Exception {
		server = AwkwardMailServer.thatKnowsAsciiOnly();
		try (ServerSocket dripping = new ServerSocket(0);
				Socket socket = new SmtpSockets(Duration.ofMillis(300)).createSocket()) {
			socket.setSoTimeout(5000);
			socket.connect(dripping.getLocalSocketAddress(), 1000);
			Thread drip = new Thread(() -> drip(dripping));
			drip.setDaemon(true);
			drip.start();
			InputStream in = socket.getInputStream();

			assertThatThrownBy(() -> {
				while (in.read() >= 0) {
					Thread.onSpinWait();
				}
			}).isInstanceOf(SocketTimeoutException.class);
		}
	}

	private static void drip(ServerSocket server) {
		try (Socket client = server.accept()) {
			while (true) {
				client.getOutputStream().write('2');
			}
		}
		catch (IOException left) {
			// That is what is tested.
		}
	}

	@Test
	void a_server_that_fails_is_asked_once_a_minute_until_it_works_again() {
		server = AwkwardMailServer.thatKnowsAsciiOnly().saying("MAIL", "451 not now");
		MutableClock clock = new MutableClock();
		clock.set(Instant.parse("2026-11-29T10:00:00Z"));
		PostOffice office = new PostOffice(sender(), refused, NO_MAILBOX, properties(), clock);
		for (int failure = 0; failure < 3; failure++) {
			assertThat(office.takesMail()).isTrue();
			assertThatThrownBy(() -> office.send(mailTo("ana@city.example"))).isInstanceOf(ServerTrouble.class);
		}

		assertThat(office.takesMail()).isFalse();
		assertThat(office.trouble().orElseThrow()).contains("2026-11-29T10:00:00Z", "451 not now");
		assertThatThrownBy(() -> office.send(mailTo("ana@city.example"))).isInstanceOfSatisfying(ServerTrouble.class,
				trouble -> assertThat(trouble.reached()).isEqualTo(Reached.NOBODY));
		clock.advance(Duration.ofMinutes(1));
		assertThat(office.takesMail()).isTrue();
		server.saying("MAIL", "250 ok");
		office.send(mailTo("ana@city.example"));

		assertThat(office.takesMail()).isTrue();
		assertThat(office.trouble()).isEmpty();
		office.send(mailTo("ana@city.example"));
		assertThat(server.mails()).hasSize(2);
	}

	@Test
	void a_server_that_refuses_mails_one_by_one_works() {
		server = AwkwardMailServer.thatKnowsAsciiOnly().answering("550 5.1.1 no such user");
		PostOffice office = office();
		for (int refusal = 0; refusal < 10; refusal++) {
			assertThatThrownBy(() -> office.send(mailTo("ana@city.example"))).isInstanceOf(AddressRefused.class);
		}

		assertThat(office.takesMail()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "550 5.7.1 relaying denied", "550 relay not permitted", "452 4.2.2 mailbox full",
			"450 4.7.1 greylisted, come again", "421 4.3.2 closing", AwkwardMailServer.HANGS_UP })
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

		assertThatThrownBy(() -> office()
			.send(new OutgoingMail(address("ana@city.example"), Locale.ENGLISH, subject, "Text", Optional.empty())))
			.isInstanceOf(MailPreparationException.class);
		assertThat(server.commands()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "https://desk.example.org/emails/leave/abc, true", "http://desk.example.org/emails/leave/abc, false" })
	void by_one_click_is_left_over_https_alone(URI page, boolean oneClick) {
		server = AwkwardMailServer.thatKnowsAsciiOnly();

		office().send(new OutgoingMail(address("ana@city.example"), Locale.ENGLISH, "News", "Text",
				MailContent.ofText("Text"), Optional.empty(), Optional.empty(), Optional.of(page)));

		assertThat(server.mails()).singleElement().satisfies(mail -> {
			assertThat(mail.lines()).contains("List-Unsubscribe: <" + page + ">");
			assertThat(mail.lines().anyMatch("List-Unsubscribe-Post: List-Unsubscribe=One-Click"::equals))
				.isEqualTo(oneClick);
		});
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
		office().send(mailTo(typed));
	}

	private static OutgoingMail mailTo(String typed) {
		return new OutgoingMail(address(typed), Locale.FRENCH, "Accusé de réception", "Bonjour,\n\nÇa va ?",
				Optional.of("<one@calltolocalaction.example>"));
	}

	private PostOffice office() {
		return new PostOffice(sender(), refused, NO_MAILBOX, properties(), Clock.systemUTC());
	}

	private JavaMailSenderImpl sender() {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("localhost");
		sender.setPort(server.port());
		sender.getJavaMailProperties().setProperty("mail.smtp.timeout", Long.toString(PATIENCE_MILLIS));
		// As the desk does it for the one sender that it has.
		new PostOffice(sender, refused, NO_MAILBOX, properties(), Clock.systemUTC());
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
