package org.calltolocalaction.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;

import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Languages;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.post.RefusalReason;
import org.calltolocalaction.post.RefusedAddresses;
import org.calltolocalaction.post.RefusedAddresses.RefusedAddress;
import org.calltolocalaction.testing.AwkwardMailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DeliverMailTests extends MailTest {

	@Autowired
	private JavaMailSenderImpl sender;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private RefusedAddresses refusedAddresses;

	private int port;

	@BeforeEach
	void rememberTheServer() {
		port = sender.getPort();
	}

	@AfterEach
	void theServerIsUpAgain() {
		sender.setPort(port);
	}

	@Test
	void a_mail_carries_what_programs_need_to_treat_it_rightly() throws Exception {
		Person member = givenAReceipt();

		MimeMessage mail = theMailTo(member);

		assertThat(mail.getFrom()[0]).hasToString("Call to Local Action <desk@calltolocalaction.example>");
		assertThat(mail.getAllRecipients()).hasSize(1);
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.getContentLanguage()).containsExactly("fr");
		assertThat(mail.getContentType()).containsIgnoringCase("text/plain").containsIgnoringCase("utf-8");
		assertThat(mail.getMessageID()).isEqualTo("<" + written.get(0) + "@localhost>");
		assertThat(text(mail)).contains("Nous avons bien reçu la version 1");
	}

	@Test
	void a_retry_is_never_a_second_mail() {
		Person member = givenAReceipt();

		deliverMail.deliver(written.get(0));
		deliverMail.deliver(written.get(0));

		assertThat(mailsTo(member)).hasSize(1);
	}

	@Test
	void two_nodes_that_deliver_the_same_mail_at_once_send_it_once() throws Exception {
		Person member = givenAReceipt();
		Callable<Void> deliver = () -> {
			deliverMail.deliver(written.get(0));
			return null;
		};

		ExecutorService nodes = Executors.newFixedThreadPool(4);
		try {
			for (Future<Void> done : nodes.invokeAll(List.of(deliver, deliver, deliver, deliver))) {
				done.get();
			}
		}
		finally {
			nodes.shutdown();
		}

		assertThat(mailsTo(member)).hasSize(1);
	}

	@Test
	void a_server_that_is_down_leaves_the_mail_unsent_with_the_error_recorded_and_nothing_else_undone()
			throws Exception {
		Person member = givenAReceipt();
		PledgeReference reference = new PledgeReference(theLogged().about());
		theServerIsDown();

		assertThatThrownBy(() -> deliverMail.deliver(written.get(0))).isInstanceOf(MailException.class);
		assertThatThrownBy(() -> deliverMail.deliver(written.get(0))).isInstanceOf(MailException.class);

		assertThat(log.of(reference)).singleElement().satisfies(mail -> {
			assertThat(mail.sent()).isFalse();
			assertThat(mail.attempts()).isEqualTo(2);
			assertThat(mail.lastError().orElseThrow()).contains("MailConnectException");
		});
		assertThat(log.stuck()).extracting(LoggedMail::id).containsExactly(written.get(0));
		theServerIsUpAgain();
		assertThat(mailsTo(member)).hasSize(1);
		assertThat(log.stuck()).isEmpty();
		assertThat(theLogged().attempts()).isEqualTo(3);
	}

	@Test
	void a_failure_and_a_success_stay_recorded_although_the_callers_transaction_is_rolled_back() throws Exception {
		Person member = givenAReceipt();
		TransactionTemplate engine = new TransactionTemplate(transactions);
		theServerIsDown();
		assertThatThrownBy(() -> engine.executeWithoutResult(job -> deliverMail.deliver(written.get(0))))
			.isInstanceOf(MailException.class);
		assertThat(theLogged().attempts()).isEqualTo(1);
		theServerIsUpAgain();

		engine.executeWithoutResult(job -> {
			deliverMail.deliver(written.get(0));
			job.setRollbackOnly();
		});

		assertThat(theLogged().sent()).isTrue();
		assertThat(mailsTo(member)).hasSize(1);
	}

	@Test
	void a_mail_of_what_was_rolled_back_is_never_written() {
		given.anOpenCall();
		Person member = given.aMember(Languages.ENGLISH);
		PledgeReference reference = given.aSubmittedPledge(member, "Parks");

		new TransactionTemplate(transactions).executeWithoutResult(submission -> {
			pledgeMails.receipt(reference);
			submission.setRollbackOnly();
		});

		assertThat(log.of(reference)).isEmpty();
	}

	@Test
	void a_delivery_that_cannot_be_started_undoes_the_writing() {
		given.anOpenCall();
		PledgeReference reference = given.aSubmittedPledge(given.aMember(Languages.ENGLISH), "Parks");
		doThrow(new IllegalStateException("no engine")).when(delivery).deliver(any());

		assertThatThrownBy(() -> pledgeMails.receipt(reference)).hasMessage("no engine");

		assertThat(log.of(reference)).isEmpty();
	}

	@Test
	void the_same_event_twice_leaves_one_mail_that_is_handed_over_once() {
		Person member = givenAReceipt();
		PledgeReference reference = new PledgeReference(theLogged().about());

		pledgeMails.receipt(reference);

		assertThat(log.of(reference)).hasSize(1);
		verify(delivery).deliver(any());
		assertThat(mailsTo(member)).hasSize(1);
	}

	@Test
	void a_title_or_a_name_cannot_add_a_header_or_a_line_of_ours() throws Exception {
		EditionYear year = given.anOpenCall();
		Person member = given.aMember(Languages.ENGLISH, ZoneOffset.UTC,
				"Mallory\r\nBcc: victim\r\n\r\nDear all,");
		PledgeReference reference = given.aDraft(member, "Parks\r\nBcc: victim@elsewhere.example\r\n\r\nSHA-256: 0000");
		given.secondsAfterDeadline(year, -86_400);

		editionMails.deadlineReminder(year);

		MimeMessage mail = theMailTo(member);
		assertThat(mail.getAllRecipients()).hasSize(1);
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(text(mail).lines()).noneMatch(line -> line.startsWith("Bcc:") || line.startsWith("SHA-256"))
			.anyMatch(line -> line.contains(reference + " “Parks Bcc: victim@elsewhere.example SHA-256: 0000”"));
		assertThat(server.getReceivedMessagesForDomain("elsewhere.example")).isEmpty();
	}

	@Test
	void the_database_itself_refuses_line_breaks_in_headers() {
		givenAReceipt();

		for (String header : List.of("recipient", "subject")) {
			var update = jdbc.sql("update mail set " + header + " = ? where id = ?")
				.params("a@example.org\r\nBcc: b@example.org", written.get(0).value());
			assertThatThrownBy(update::update).isInstanceOf(DataIntegrityViolationException.class);
		}
	}

	@Test
	void the_log_is_read_page_by_page_newest_first() {
		givenAReceipt();
		LoggedMail older = theLogged();
		clock.advance(Duration.ofSeconds(1));
		Person member = given.aMember(Languages.SPANISH);
		PledgeReference reference = given.aSubmittedPledge(member, "Parks");
		pledgeMails.receipt(reference);

		List<LoggedMail> newest = log.recent(1).mails();

		assertThat(newest.get(0).about()).isEqualTo(reference.value());
		assertThat(newest.get(0).recipient()).isEqualTo(member.email());
		assertThat(newest.get(0).language()).isEqualTo(Languages.SPANISH);
		assertThat(newest.get(0).kind()).isEqualTo(MailKind.RECEIPT);
		assertThat(newest).extracting(LoggedMail::id).contains(older.id());
		assertThat(log.recent(10_000).mails()).isEmpty();
	}

	@Test
	void an_address_that_does_not_exist_ends_the_delivery_and_is_remembered_until_a_mail_arrives() throws Exception {
		Person member = givenAReceipt();
		try (AwkwardMailServer awkward = AwkwardMailServer.thatKnowsAsciiOnly().answering("550 5.1.1 no such user")) {
			sender.setPort(awkward.port());

			deliverMail.deliver(written.get(0));
			deliverMail.deliver(written.get(0));

			assertThat(awkward.recipients()).hasSize(1);
		}
		assertThat(theLogged().state()).isEqualTo(MailState.UNDELIVERABLE);
		assertThat(theLogged().attempts()).isEqualTo(1);
		assertThat(theLogged().lastError().orElseThrow()).contains("550 5.1.1 no such user");
		assertThat(refusedAddresses.of(member.email())).map(RefusedAddress::reason)
			.contains(RefusalReason.NO_SUCH_MAILBOX);
		theServerIsUpAgain();
		PledgeReference another = given.aSubmittedPledge(member, "Schools");
		pledgeMails.receipt(another);
		assertThat(mailsTo(member)).hasSize(1);
		assertThat(refusedAddresses.of(member.email())).isEmpty();
	}

	@Test
	void a_refusal_that_may_be_our_own_fault_is_remembered_and_tried_again() throws Exception {
		Person member = givenAReceipt();
		try (AwkwardMailServer awkward = AwkwardMailServer.thatKnowsAsciiOnly().answering("550 5.7.1 relaying denied")) {
			sender.setPort(awkward.port());

			assertThatThrownBy(() -> deliverMail.deliver(written.get(0))).isInstanceOf(MailException.class);
		}
		assertThat(theLogged().state()).isEqualTo(MailState.OUTGOING);
		assertThat(refusedAddresses.of(member.email())).map(RefusedAddress::reason).contains(RefusalReason.REFUSED);
		theServerIsUpAgain();
		assertThat(mailsTo(member)).hasSize(1);
		assertThat(refusedAddresses.of(member.email())).isEmpty();
	}

	@Test
	void a_mail_to_a_mailbox_that_the_server_cannot_be_told_of_goes_to_nobody_and_says_why() throws Exception {
		givenAReceipt();
		jdbc.sql("update mail set recipient = ? where id = ?").params("łukasz@city.example", written.get(0).value()).update();
		try (AwkwardMailServer awkward = AwkwardMailServer.thatKnowsAsciiOnly()) {
			sender.setPort(awkward.port());

			deliverMail.deliver(written.get(0));

			assertThat(awkward.recipients()).isEmpty();
		}
		assertThat(theLogged().state()).isEqualTo(MailState.UNDELIVERABLE);
		assertThat(refusedAddresses.of("łukasz@city.example")).map(RefusedAddress::reason)
			.contains(RefusalReason.NEEDS_UTF8);
	}

	@Test
	void an_address_from_before_that_no_server_accepts_is_named_and_holds_nothing_up() {
		givenAReceipt();
		jdbc.sql("update mail set recipient = ? where id = ?").params(".bob@city.example", written.get(0).value()).update();

		deliverMail.deliver(written.get(0));

		assertThat(theLogged().state()).isEqualTo(MailState.UNDELIVERABLE);
		assertThat(refusedAddresses.of(".bob@city.example")).map(RefusedAddress::reason).contains(RefusalReason.NO_ADDRESS);
	}

	@Test
	void an_unknown_mail_is_not_found() {
		assertThatThrownBy(() -> deliverMail.deliver(MailId.random())).isInstanceOf(NotFound.class);
	}

	private Person givenAReceipt() {
		given.anOpenCall();
		Person member = given.aMember(Languages.FRENCH);
		pledgeMails.receipt(given.aSubmittedPledge(member, "Parks"));
		return member;
	}

	private LoggedMail theLogged() {
		return log.recent(1)
			.mails()
			.stream()
			.filter(mail -> mail.id().equals(written.get(0)))
			.findFirst()
			.orElseThrow();
	}

	private void theServerIsDown() throws Exception {
		try (ServerSocket free = new ServerSocket(0)) {
			sender.setPort(free.getLocalPort());
		}
	}

}
