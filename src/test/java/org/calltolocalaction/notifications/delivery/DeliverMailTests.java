package org.calltolocalaction.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.MailState;
import org.calltolocalaction.notifications.delivery.OutgoingMails.Leased;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.ReceivedMail;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DeliverMailTests extends DeliveryTest {

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private OutgoingMails outgoing;

	@Test
	void a_mail_carries_what_programs_need_to_treat_it_rightly() throws Exception {
		Person member = givenAReceipt();

		MimeMessage mail = theMailTo(member);

		assertThat(mail.getFrom()[0]).hasToString("Call to Local Action <desk@calltolocalaction.example>");
		assertThat(mail.getAllRecipients()).hasSize(1);
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.getContentLanguage()).containsExactly("fr");
		assertThat(mail.getContentType()).startsWith("multipart/alternative");
		assertThat(((Multipart) mail.getContent()).getBodyPart(0).getContentType())
			.isEqualTo("text/plain; charset=UTF-8");
		assertThat(ReceivedMail.page(mail).selectFirst("html").attr("lang")).isEqualTo("fr");
		assertThat(written(mail)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(200));
		assertThat(mail.getMessageID()).isEqualTo("<" + written().get(0) + "@localhost>");
		assertThat(text(mail)).contains("Nous avons bien reçu la version 1");
	}

	@Test
	void mails_about_one_pledge_stand_together_under_their_own_subjects() throws Exception {
		Person member = givenAReceipt();
		MimeMessage mail = theMailTo(member);
		String reference = subject(mail).substring(0, "CLA-2026-0001".length());

		assertThat(mail.getHeader("References")).containsExactly("<" + reference + "@localhost>");
		assertThat(mail.getHeader("In-Reply-To")).containsExactly("<" + reference + "@localhost>");
		assertThat(mail.getHeader("List-Unsubscribe")).as("a receipt is always sent").isNull();
	}

	@Test
	void what_was_written_before_mails_were_kept_part_by_part_is_sent_as_the_text_that_it_is() {
		Person member = givenAReceipt();
		jdbc.sql("update mail set content = null, body = ? where id = ?")
			.params("Dear <Ana>,\n\nas we wrote.\nIn lines.\n", written().get(0).value())
			.update();

		MimeMessage mail = theMailTo(member);

		assertThat(text(mail)).isEqualTo("Dear <Ana>,\n\nas we wrote.\nIn lines.\n");
		assertThat(ReceivedMail.page(mail).select("p")).extracting(Element::text)
			.containsExactly("Dear <Ana>,", "as we wrote. In lines.");
	}

	private static List<String> written(MimeMessage mail) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		mail.writeTo(bytes);
		return bytes.toString(StandardCharsets.UTF_8).lines().toList();
	}

	@Test
	void a_retry_is_never_a_second_mail() {
		Person member = givenAReceipt();

		deliverMail.deliver(written().get(0));
		deliverMail.deliver(written().get(0));

		assertThat(mailsTo(member)).hasSize(1);
	}

	@Test
	void two_nodes_that_deliver_the_same_mail_at_once_send_it_once() throws Exception {
		Person member = givenAReceipt();
		Callable<Void> deliver = () -> {
			deliverMail.deliver(written().get(0));
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
	void a_server_that_is_down_leaves_the_mail_waiting_with_the_error_recorded_and_nothing_else_undone()
			throws Exception {
		Person member = givenAReceipt();
		PledgeReference reference = new PledgeReference(theLogged().about());
		theServerIsDown();

		deliverMail.deliver(written().get(0));
		deliverMail.deliver(written().get(0));
		assertThat(theLogged().attempts()).as("not before its time").isEqualTo(1);
		clock.advance(Duration.ofMinutes(1));
		deliverMail.deliver(written().get(0));

		assertThat(log.of(reference)).singleElement().satisfies(mail -> {
			assertThat(mail.sent()).isFalse();
			assertThat(mail.attempts()).isEqualTo(2);
			assertThat(mail.lastError().orElseThrow()).contains("MailConnectException");
		});
		assertThat(log.stuck()).extracting(LoggedMail::id).containsExactly(written().get(0));
		theServerIsUpAgain();
		assertThat(mailsTo(member)).hasSize(1);
		assertThat(log.stuck()).isEmpty();
		assertThat(theLogged().attempts()).isEqualTo(3);
	}

	@Test
	void a_mail_is_never_sent_in_a_transaction_which_would_wait_for_the_server() {
		givenAReceipt();

		assertThatThrownBy(() -> new TransactionTemplate(transactions)
			.executeWithoutResult(engine -> deliverMail.deliver(written().get(0))))
			.isInstanceOf(IllegalStateException.class);
		assertThat(theLogged().attempts()).isZero();
	}

	@Test
	void a_node_that_dies_while_it_sends_holds_a_mail_only_as_long_as_its_lease() throws Exception {
		Person member = givenAReceipt();
		Optional<Leased> dies = new TransactionTemplate(transactions)
			.execute(node -> outgoing.lease(written().get(0), clock.instant()));
		assertThat(dies).isPresent();

		clock.advance(OutgoingMails.LEASE.minusSeconds(1));
		assertThat(deliverMail.deliver(written().get(0))).isFalse();
		clock.advance(Duration.ofSeconds(1));
		assertThat(deliverMail.deliver(written().get(0))).isTrue();

		assertThat(mailsTo(member)).hasSize(1);
	}

	@Test
	void what_becomes_of_a_mail_is_said_by_who_took_it_last() {
		givenAReceipt();
		TransactionTemplate transaction = new TransactionTemplate(transactions);
		MailId mail = written().get(0);
		Leased late = transaction.execute(slow -> outgoing.lease(mail, clock.instant())).orElseThrow();
		clock.advance(OutgoingMails.LEASE);
		Leased newer = transaction.execute(other -> outgoing.lease(mail, clock.instant())).orElseThrow();

		transaction.executeWithoutResult(slow -> outgoing.end(late, MailState.FAILED, "given up", clock.instant()));
		assertThat(theLogged().state()).isEqualTo(MailState.OUTGOING);
		transaction.executeWithoutResult(other -> outgoing.sent(newer, "250 Ok", clock.instant()));
		transaction.executeWithoutResult(slow -> outgoing.again(late, "no answer", clock.instant(), clock.instant()));

		assertThat(theLogged().sent()).isTrue();
		assertThat(deliverMail.deliver(mail)).as("sent is sent").isFalse();
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
	void the_same_event_twice_leaves_one_mail_that_is_sent_once() {
		Person member = givenAReceipt();
		PledgeReference reference = new PledgeReference(theLogged().about());

		pledgeMails.receipt(reference);

		assertThat(log.of(reference)).hasSize(1);
		assertThat(mailsTo(member)).hasSize(1);
		pledgeMails.receipt(reference);
		assertThat(mailsTo(member)).hasSize(1);
	}

	@Test
	void a_title_or_a_name_cannot_add_a_header_or_a_line_of_ours() throws Exception {
		EditionYear year = given.anOpenCall();
		Person member = given.aMember(Languages.ENGLISH, ZoneOffset.UTC, "Mallory\r\nBcc: victim\r\n\r\nDear all,");
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
				.params("a@example.org\r\nBcc: b@example.org", written().get(0).value());
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
	void an_unknown_mail_is_not_there_to_be_sent() {
		assertThat(deliverMail.deliver(MailId.random())).isFalse();
	}

}
