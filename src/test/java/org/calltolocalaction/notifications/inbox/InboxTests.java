package org.calltolocalaction.notifications.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.governments.membership.RemoveMember;
import org.calltolocalaction.identity.HandWorkOver.Choice;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.SuspendAccount;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.MailState;
import org.calltolocalaction.notifications.MailTest;
import org.calltolocalaction.notifications.inbox.MailTask.End;
import org.calltolocalaction.notifications.inbox.MailTask.Kind;
import org.calltolocalaction.notifications.inbox.ReceivedMail.Doubt;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.post.RefusedAddresses;
import org.calltolocalaction.post.inbox.LookIntoMailbox;
import org.calltolocalaction.testing.AwkwardMailServer;
import org.calltolocalaction.testing.Inbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * What comes back of mails, over real SMTP and IMAP: each mail is taken once, what did
 * not arrive is a task, what somebody answers stands at the pledge, and nobody who got no
 * mail gets anything done.
 */
class InboxTests extends MailTest {

	@Autowired
	private Inbox inbox;

	@Autowired
	private MailTasks tasks;

	@Autowired
	private ReceivedMails received;

	@Autowired
	private EndMailTask end;

	@Autowired
	private SortQuarantine sort;

	@Autowired
	private LookIntoMailbox mailbox;

	@Autowired
	private RefusedAddresses refusedAddresses;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private JavaMailSenderImpl sender;

	@Autowired
	private RemoveMember removeMember;

	@Autowired
	private SuspendAccount suspendAccount;

	private int port;

	private Person coordinator;

	private Person ana;

	private PledgeReference reference;

	@BeforeEach
	void a_receipt_is_written() {
		port = sender.getPort();
		given.anOpenCall();
		coordinator = given.aCoordinator(Languages.ENGLISH);
		ana = given.aMember(Languages.SPANISH);
		reference = given.aSubmittedPledge(ana, "Parks");
		pledgeMails.receipt(reference);
	}

	@AfterEach
	void the_server_is_up_again() {
		sender.setPort(port);
	}

	@Test
	void a_mail_names_a_signed_address_for_answers_and_another_for_what_servers_return() throws Exception {
		try (AwkwardMailServer awkward = AwkwardMailServer.thatOffersUtf8()) {
			sender.setPort(awkward.port());
			deliverMail.deliver(written().get(0));

			assertThat(awkward.commands()).filteredOn(line -> line.startsWith("MAIL FROM:"))
				.singleElement()
				.asString()
				.matches("MAIL FROM:<desk\\+b\\.[0-9a-v]{26}\\.[0-9a-v]{16}@calltolocalaction\\.example>.*");
			assertThat(awkward.mails().get(0))
				.containsPattern("Reply-To:\\s+desk\\+r\\.[0-9a-v.]{43}@calltolocalaction");
		}
	}

	@Test
	void an_address_refused_at_once_is_one_task_however_many_mails_went_there() throws Exception {
		pledgeMails.accepted(reference);
		refuseAll();

		MailTask task = theTask();
		assertThat(task.kind()).isEqualTo(Kind.BOUNCED);
		assertThat(task.address()).isEqualTo(ana.email());
		assertThat(task.pledge()).contains(reference);
		assertThat(task.government()).contains(given.governmentOf(ana).id());
		assertThat(tasks.mails(task.id())).containsExactlyInAnyOrderElementsOf(written());
		assertThat(entries("mail.bounced")).hasSize(2)
			.allSatisfy(entry -> assertThat(entry.facts()).containsEntry("refusal", "NO_SUCH_MAILBOX"));
	}

	@Test
	void the_mails_are_sent_again_to_the_corrected_address_and_the_log_links_both() throws Exception {
		refuseAll();
		MailId first = written().get(0);
		String corrected = "corrected-" + first + "@city.example";

		int sent = end.sendAgain(theTask().id(), new EmailAddress(corrected), List.of(first), coordinator);

		assertThat(sent).isOne();
		MailId again = tasks.sentAgain(List.of(first)).get(first);
		deliverMail.deliver(again);
		assertThat(server.getReceivedMessages()).filteredOn(mail -> to(mail).equals(corrected)).hasSize(1);
		LoggedMail mail = log.all(List.of(again)).get(0);
		assertThat(mail.sent()).isTrue();
		assertThat(mail.subject()).isEqualTo(log.all(List.of(first)).get(0).subject());
		assertThat(tasks.openAt(reference, coordinator)).isEmpty();
		assertThat(entries("mail.resent")).singleElement().satisfies(entry -> {
			assertThat(entry.facts()).containsEntry("mail", first.toString()).containsEntry("resent", again.toString());
			assertThat(entry.personal()).containsEntry("email", corrected);
			assertThat(entry.who()).contains(coordinator.id().value());
		});
		assertThat(entries("mail.task-done")).singleElement()
			.satisfies(entry -> assertThat(entry.facts()).containsEntry("end", "SENT_AGAIN"));
	}

	@Test
	void whoever_gets_a_mail_in_another_place_cannot_leave_its_readers_mails() throws Exception {
		jdbc.sql("update mail set kind = 'MEMBER_LEFT' where id = ?").param(written().get(0).value()).update();
		refuseAll();
		MailId first = written().get(0);
		String elsewhere = "elsewhere-" + first + "@city.example";

		end.sendAgain(theTask().id(), new EmailAddress(elsewhere), List.of(first), coordinator);
		deliverMail.deliver(tasks.sentAgain(List.of(first)).get(first));

		assertThat(server.getReceivedMessages()).filteredOn(mail -> to(mail).equals(elsewhere))
			.singleElement()
			.satisfies(mail -> assertThat(mail.getHeader("List-Unsubscribe")).isNull());
	}

	@Test
	void a_task_ends_once_and_only_as_such_a_task_can() throws Exception {
		refuseAll();
		MailTaskId task = theTask().id();

		assertThatThrownBy(() -> end.end(task, End.READ, "", coordinator)).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> end.sendAgain(task, new EmailAddress(ana.email()), written(), coordinator))
			.isInstanceOf(Refused.class);
		assertThatThrownBy(() -> end.sendAgain(task, new EmailAddress("a@city.example"), List.of(), coordinator))
			.isInstanceOf(Refused.class);
		end.end(task, End.CALLED, "She has moved on", coordinator);
		assertThatThrownBy(() -> end.end(task, End.IGNORED, "", coordinator)).isInstanceOf(Refused.class);

		assertThat(tasks.task(task, coordinator).ended()).hasValueSatisfying(ended -> {
			assertThat(ended.how()).isEqualTo(End.CALLED);
			assertThat(ended.note()).isEqualTo("She has moved on");
		});
	}

	@Test
	void a_report_hours_later_makes_the_same_task_by_the_address_or_by_the_name_of_the_mail() {
		MimeMessage mail = theMailTo(ana);
		MailId id = written().get(0);
		inbox.gets(Inbox.report("desk@calltolocalaction.example", "failed", "5.1.1", "<" + id + "@localhost>"));

		assertThat(inbox.isLookedInto()).isOne();

		assertThat(logged(id).state()).isEqualTo(MailState.UNDELIVERABLE);
		assertThat(logged(id).lastError().orElseThrow()).contains("5.1.1");
		assertThat(refusedAddresses.of(ana.email())).isPresent();
		assertThat(theTask().kind()).isEqualTo(Kind.BOUNCED);
		inbox.gets(Inbox.report(Inbox.replyAddress(mail), "failed", "5.1.1", "<other@elsewhere.example>"))
			.isLookedInto();
		assertThat(entries("mail.bounced")).as("of one mail once").hasSize(1);
	}

	@Test
	void what_a_mail_brought_that_came_back_has_not_arrived_either() {
		theMailTo(ana);
		MailId digest = written().get(0);
		pledgeMails.accepted(reference);
		MailId brought = written().stream().filter(mail -> !mail.equals(digest)).findFirst().orElseThrow();
		jdbc.sql("update mail set state = 'DIGESTED', digest = ?, sent_at = created_at, gist = body where id = ?")
			.params(digest.value(), brought.value())
			.update();

		inbox.gets(Inbox.report("desk@calltolocalaction.example", "failed", "5.1.1", "<" + digest + "@localhost>"))
			.isLookedInto();

		assertThat(logged(brought).state()).isEqualTo(MailState.UNDELIVERABLE);
	}

	@Test
	void a_forged_report_and_one_of_a_mail_that_is_late_make_no_task() {
		theMailTo(ana);
		MailId id = written().get(0);
		inbox
			.gets(Inbox.report("desk@calltolocalaction.example", "failed", "5.1.1",
					"<" + MailId.random() + "@localhost>"))
			.gets(Inbox.report("desk@calltolocalaction.example", "delayed", "4.4.1", "<" + id + "@localhost>"));

		assertThat(inbox.isLookedInto()).isEqualTo(2);

		assertThat(logged(id).state()).isEqualTo(MailState.OUTGOING);
		assertThat(tasks.openAt(reference, coordinator)).isEmpty();
		assertThat(entries("mail.delayed")).hasSize(1);
	}

	@Test
	void an_answer_stands_at_the_pledge_with_its_file_and_is_a_task() throws Exception {
		String to = Inbox.replyAddress(theMailTo(ana));
		inbox.gets(Inbox.answer(ana.email(), to, "Gracias.\n\nEl lunes, Llamado <d@example.org> escribió:\n> Hola")
			.replace("Content-Type: text/plain; charset=utf-8\n", """
					Content-Type: multipart/mixed; boundary="x"

					--x
					Content-Type: text/plain; charset=utf-8
					""") + """
					--x
					Content-Type: application/octet-stream; name="run.exe"
					Content-Transfer-Encoding: base64

					TVqQAAMAAAAEAAAA
					--x--
					""");

		assertThat(inbox.isLookedInto()).isOne();

		MailTask task = theTask();
		assertThat(task.kind()).isEqualTo(Kind.REPLY);
		ReceivedMail reply = received.mail(task.reply().orElseThrow(), coordinator);
		assertThat(reply.text().own()).isEqualTo("Gracias.");
		assertThat(reply.text().folded()).contains("> Hola");
		assertThat(reply.files()).singleElement().satisfies(file -> {
			assertThat(file.name()).isEqualTo("run.exe");
			assertThat(file.refused()).isEqualTo("pledges.file.other-type");
		});
		assertThat(entries("mail.replied")).singleElement()
			.satisfies(entry -> assertThat(entry.facts()).containsEntry("reply", reply.id().toString()));
		end.end(task.id(), End.ANSWERED, "", coordinator);
		assertThat(tasks.openAt(reference, coordinator)).isEmpty();
	}

	@Test
	void a_mail_is_taken_once_however_often_it_is_looked_at() {
		String answer = Inbox.answer(ana.email(), Inbox.replyAddress(theMailTo(ana)), "Gracias.");
		inbox.gets(answer).gets(answer);

		inbox.isLookedInto();
		inbox.isLookedInto();

		assertThat(tasks.openAt(reference, coordinator)).hasSize(1);
		// Marked as new again, as after a crash before it was marked as read.
		inbox.gets(answer).isLookedInto();
		assertThat(tasks.openAt(reference, coordinator)).hasSize(1);
	}

	@Test
	void an_automatic_answer_is_noted_and_makes_no_task() {
		String to = Inbox.replyAddress(theMailTo(ana));
		inbox.gets("Auto-Submitted: auto-replied\n" + Inbox.answer(ana.email(), to, "I am away."));

		inbox.isLookedInto();

		assertThat(tasks.openAt(reference, coordinator)).isEmpty();
		assertThat(entries("mail.auto-answered")).hasSize(1);
		assertThat(written()).as("nothing is answered").hasSize(1);
	}

	@Test
	void what_comes_from_an_unknown_address_or_to_no_signed_one_waits_and_is_assigned_or_discarded() {
		String to = Inbox.replyAddress(theMailTo(ana));
		MailId id = written().get(0);
		inbox.gets(Inbox.answer("stranger@elsewhere.example", to, "From a stranger"))
			.gets("In-Reply-To: <%s@localhost>\n".formatted(id)
					+ Inbox.answer(ana.email(), "desk@calltolocalaction.example", "Without a sign"));

		inbox.isLookedInto();

		assertThat(tasks.openAt(reference, coordinator)).isEmpty();
		ReceivedMail stranger = quarantined("From a stranger");
		assertThat(stranger.why()).contains(Doubt.UNKNOWN_SENDER);
		assertThat(stranger.pledge()).contains(reference);
		ReceivedMail unsigned = quarantined("Without a sign");
		assertThat(unsigned.why()).contains(Doubt.NO_SIGN);
		assertThat(unsigned.pledge()).as("likely").contains(reference);

		sort.assign(stranger.id(), reference, coordinator);
		sort.discard(unsigned.id(), coordinator);

		assertThat(theTask().reply()).contains(stranger.id());
		assertThatThrownBy(() -> sort.discard(stranger.id(), coordinator)).isInstanceOf(Refused.class);
		assertThat(jdbc.sql("select text from received_mail where id = ?")
			.param(unsigned.id().value())
			.query(String.class)
			.single()).isEmpty();
	}

	@Test
	void whoever_got_a_mail_and_has_left_or_is_suspended_writes_on_no_time_line() {
		Person left = given.aColleagueOf(ana, Languages.SPANISH);
		Person suspended = given.aColleagueOf(ana, Languages.SPANISH);
		pledgeMails.accepted(reference);
		String toLeft = Inbox.replyAddress(ofThePledge(left));
		String toSuspended = Inbox.replyAddress(ofThePledge(suspended));
		removeMember.remove(ana, left.id());
		suspendAccount.suspend(coordinator, suspended.id(), "A stolen mailbox", new Choice(Optional.empty(), 0));

		inbox.gets(Inbox.answer(left.email(), toLeft, "I have left"))
			.gets(Inbox.answer(suspended.email(), toSuspended, "I am suspended"))
			.isLookedInto();

		assertThat(tasks.openAt(reference, coordinator)).isEmpty();
		assertThat(quarantined("I have left").why()).contains(Doubt.FORMER_READER);
		assertThat(quarantined("I am suspended").why()).contains(Doubt.FORMER_READER);
	}

	@Test
	void what_strangers_send_fills_no_disk() {
		theMailTo(ana);
		inbox.gets(Inbox.answer("first@elsewhere.example", "desk@calltolocalaction.example", "The first"))
			.isLookedInto();
		jdbc.sql("""
				insert into received_file (id, mail, name, type, size, content)
				values (gen_random_uuid(), ?, 'large.pdf', 'application/pdf', 600 * 1024 * 1024, '\\x00')""")
			.param(quarantined("The first").id().value())
			.update();

		inbox.gets(Inbox.answer("second@elsewhere.example", "desk@calltolocalaction.example",
				"The second " + "word ".repeat(10_000)))
			.isLookedInto();

		ReceivedMail second = received.quarantined(1, coordinator)
			.mails()
			.stream()
			.filter(mail -> mail.from().startsWith("second@"))
			.findFirst()
			.orElseThrow();
		assertThat(second.text().own()).startsWith("The second").hasSizeLessThan(2_001);
		assertThat(second.leftOut()).isPositive();
		sort.discard(quarantined("The first").id(), coordinator);
	}

	@Test
	void what_is_no_answer_is_forgotten_after_ninety_days_and_an_answer_is_not() {
		String to = Inbox.replyAddress(theMailTo(ana));
		inbox.gets(Inbox.answer(ana.email(), to, "Gracias."))
			.gets(Inbox.answer("stranger@elsewhere.example", to, "Forget me"))
			.isLookedInto();
		ReceivedMailId reply = theTask().reply().orElseThrow();
		clock.advance(Duration.ofDays(91));

		new ForgettingClerk(received).forget();

		assertThat(received.mail(reply, coordinator).text().own()).isEqualTo("Gracias.");
		assertThat(jdbc.sql("select count(*) from received_mail where text = 'Forget me'").query(Long.class).single())
			.isZero();
	}

	@Test
	void a_mail_that_cannot_be_taken_is_put_aside_at_the_third_time_and_keeps_no_other_waiting() {
		String to = Inbox.replyAddress(theMailTo(ana));
		jdbc.sql("alter table received_mail add constraint poison check (text not like '%poison%') not valid").update();
		try {
			inbox.gets(Inbox.answer(ana.email(), to, "This is poison"))
				.gets(Inbox.answer(ana.email(), to, "This is good"));

			assertThat(inbox.isLookedInto()).as("the other one").isOne();
			assertThat(theTask().kind()).isEqualTo(Kind.REPLY);
			assertThat(inbox.isLookedInto()).isZero();
			assertThat(inbox.isLookedInto()).as("put aside").isOne();
			assertThat(inbox.isLookedInto()).isZero();
		}
		finally {
			jdbc.sql("alter table received_mail drop constraint poison").update();
		}
		assertThat(received.quarantined(1, coordinator).mails())
			.anyMatch(mail -> mail.why().equals(Optional.of(Doubt.UNREADABLE)) && mail.from().contains(ana.email()));
	}

	@Test
	void a_mail_of_more_than_25_megabytes_is_put_aside_unread_and_the_next_one_is_taken() {
		String to = Inbox.replyAddress(theMailTo(ana));
		inbox.gets(Inbox.answer(ana.email(), to, "All of our photographs. ".repeat(1_150_000)))
			.gets(Inbox.answer(ana.email(), to, "This is short"));

		assertThat(inbox.isLookedInto()).isEqualTo(2);

		assertThat(theTask().kind()).isEqualTo(Kind.REPLY);
		assertThat(received.quarantined(1, coordinator).mails())
			.anyMatch(mail -> mail.why().equals(Optional.of(Doubt.TOO_LARGE)) && mail.from().contains(ana.email()));
		assertThat(jdbc.sql("select count(*) from received_mail where text like '%photographs%'")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void one_node_looks_at_a_time_and_a_mailbox_that_is_away_is_told() {
		jdbc.sql("delete from inbox_turn").update();
		mailbox.look();
		inbox.gets(Inbox.answer(ana.email(), Inbox.replyAddress(theMailTo(ana)), "Gracias."));

		assertThat(mailbox.look()).as("somebody has just looked").isZero();
		clock.advance(Duration.ofMinutes(1));
		assertThat(mailbox.look()).isOne();
		assertThat(mailbox.state()).hasValueSatisfying(state -> {
			assertThat(state.trouble()).isEmpty();
			assertThat(state.readAt()).isPresent();
		});
	}

	private void refuseAll() throws Exception {
		try (AwkwardMailServer awkward = AwkwardMailServer.thatKnowsAsciiOnly().answering("550 5.1.1 no such user")) {
			sender.setPort(awkward.port());
			written().forEach(deliverMail::deliver);
		}
		sender.setPort(port);
	}

	private MailTask theTask() {
		List<MailTask> open = tasks.openAt(reference, coordinator);
		assertThat(open).hasSize(1);
		return open.get(0);
	}

	private LoggedMail logged(MailId id) {
		return log.all(List.of(id)).get(0);
	}

	private ReceivedMail quarantined(String text) {
		return received.quarantined(1, coordinator)
			.mails()
			.stream()
			.filter(mail -> mail.text().own().equals(text))
			.findFirst()
			.orElseThrow();
	}

	private List<RecordedEntry> entries(String kind) {
		return trail.of(reference).stream().filter(entry -> entry.kind().equals(kind)).toList();
	}

	private MimeMessage ofThePledge(Person person) {
		return mailsTo(person).stream()
			.filter(mail -> subject(mail).contains(reference.value()))
			.findFirst()
			.orElseThrow();
	}

	private static String to(MimeMessage mail) {
		try {
			return mail.getAllRecipients() == null ? "" : mail.getAllRecipients()[0].toString();
		}
		catch (Exception unreadable) {
			return "";
		}
	}

}
