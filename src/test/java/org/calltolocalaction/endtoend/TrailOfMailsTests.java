package org.calltolocalaction.endtoend;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.inbox.EndMailTask;
import org.calltolocalaction.notifications.inbox.MailTask.End;
import org.calltolocalaction.notifications.inbox.MailTaskId;
import org.calltolocalaction.notifications.inbox.ReceivedMailId;
import org.calltolocalaction.notifications.inbox.SortQuarantine;
import org.calltolocalaction.notifications.template.ChangeTemplate;
import org.calltolocalaction.notifications.template.MailTemplate;
import org.calltolocalaction.notifications.template.ReadTemplates;
import org.calltolocalaction.notifications.template.TemplateId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.post.inbox.DeliveryReport;
import org.calltolocalaction.post.inbox.DeliveryReport.Fate;
import org.calltolocalaction.post.inbox.IncomingMail;
import org.calltolocalaction.post.inbox.IncomingMails;
import org.calltolocalaction.post.inbox.ReturnAddresses.Purpose;
import org.calltolocalaction.post.inbox.ReturnAddresses.Sign;
import org.springframework.transaction.support.TransactionTemplate;

/** What came back of mails, and what coordinators do about it. */
class TrailOfMailsTests extends TrailTest {

	/** A mail about a pledge to its member. */
	private record Sent(MailId id, PledgeReference about, Person to) {
	}

	@Override
	List<Act> acts() {
		return List.of(new Act("by a server", "mail.bounced", () -> {
			Sent sent = sent();
			comes(report(sent, Fate.FAILED));
			return Trace.byTheDesk(sent.about(),
					Map.of("mail", sent.id().toString(), "task", ANY, "refusal", "NO_SUCH_MAILBOX"));
		}), new Act("by a server", "mail.delayed", () -> {
			Sent sent = sent();
			comes(report(sent, Fate.DELAYED));
			return Trace.byTheDesk(sent.about(), Map.of("mail", sent.id().toString()));
		}), new Act("by a machine", "mail.auto-answered", () -> {
			Sent sent = sent();
			comes(mail(sent, true, Optional.empty()));
			return Trace.byTheDesk(sent.about(), Map.of("mail", sent.id().toString()));
		}), new Act("by whoever answers", "mail.replied", () -> {
			Sent sent = sent();
			comes(mail(sent, false, Optional.empty()));
			return Trace.byTheDesk(sent.about(), Map.of("mail", sent.id().toString(), "reply", ANY, "task", ANY))
				.personal("email", sent.to().email());
		}), new Act("EndMailTask.end", "mail.task-done", () -> {
			Sent sent = sent();
			Person coordinator = story.coordinator();
			comes(report(sent, Fate.FAILED));
			use(EndMailTask.class).end(taskOf(sent), End.CALLED, "They moved", coordinator);
			return Trace.by(coordinator, sent.about(), Map.of("task", ANY, "end", "CALLED"))
				.personal("reason", "They moved");
		}), new Act("EndMailTask.sendAgain", "mail.resent", () -> {
			Sent sent = sent();
			Person coordinator = story.coordinator();
			comes(report(sent, Fate.FAILED));
			use(EndMailTask.class).sendAgain(taskOf(sent), new EmailAddress("right@city.example"), List.of(sent.id()),
					coordinator);
			return Trace.by(coordinator, sent.about(), Map.of("mail", sent.id().toString(), "resent", ANY, "task", ANY))
				.personal("email", "right@city.example");
		}), new Act("SortQuarantine.assign", "mail.assigned", () -> {
			Sent sent = sent();
			Person coordinator = story.coordinator();
			use(SortQuarantine.class).assign(strange(), sent.about(), coordinator);
			return Trace.by(coordinator, sent.about(), Map.of("reply", ANY, "task", ANY))
				.personal("email", "stranger@elsewhere.example");
		}), new Act("SortQuarantine.discard", "mail.discarded", () -> {
			Person coordinator = story.coordinator();
			ReceivedMailId strange = strange();
			use(SortQuarantine.class).discard(strange, coordinator);
			return Trace.by(coordinator, strange).personal("email", "stranger@elsewhere.example");
		}), new Act("ChangeTemplate.word", "template.changed", this::wordedAndPutBack),
				new Act("ChangeTemplate.reset", "template.reset", this::wordedAndPutBack));
	}

	/** What mails say stays as other tests know it. */
	private Trace wordedAndPutBack() {
		Person coordinator = story.coordinator();
		TemplateId id = new TemplateId(MailTemplate.of(MailKind.DIGEST), Languages.FRENCH);
		int seen = use(ReadTemplates.class).one(id, coordinator).version();
		use(ChangeTemplate.class).word(id, seen, Map.of("digest.next", "À demain"), "They liked it", coordinator);
		use(ChangeTemplate.class).reset(id, seen + 1, "They liked it", coordinator);
		return Trace.by(coordinator, id, Map.of("changed", List.of("digest.next"), "version", ANY))
			.personal("reason", "They liked it");
	}

	private void comes(IncomingMail mail) {
		use(TransactionTemplate.class).executeWithoutResult(status -> use(IncomingMails.class).take(mail));
	}

	private Sent sent() {
		Person member = story.memberOf("Kampala");
		PledgeReference reference = story.aSubmittedPledgeBy(member);
		MailId mail = MailId.random();
		jdbc.sql("""
				insert into mail (id, key, kind, about, recipient, language, subject, body, message_id, created_at,
				attempts, sent_at, state, account)
				values (?, ?, 'ACCEPTED', ?, ?, 'en', 'A subject', 'A text', ?, ?, 1, now(), 'OUTGOING', ?)""")
			.params(mail.value(), "test:" + mail, reference.value(), member.email(), "<" + mail + "@localhost>",
					clock.instant().atOffset(ZoneOffset.UTC), member.id().value())
			.update();
		return new Sent(mail, reference, member);
	}

	private static IncomingMail report(Sent sent, Fate fate) {
		return mail(sent, true, Optional.of(new DeliveryReport(fate, "5.1.1", "550 no such user", Optional.empty())));
	}

	private static IncomingMail mail(Sent sent, boolean automatic, Optional<DeliveryReport> report) {
		return new IncomingMail("", sent.to().email(), "Re", List.of(), automatic, report,
				Optional.of(new Sign(Purpose.REPLY, sent.id().value())), "We agree", List.of(), 0);
	}

	private MailTaskId taskOf(Sent sent) {
		return new MailTaskId(jdbc.sql("select task from mail_task_mail where mail = ?")
			.param(sent.id().value())
			.query(UUID.class)
			.single());
	}

	private ReceivedMailId strange() {
		comes(new IncomingMail("", "stranger@elsewhere.example", "Hello", List.of(), false, Optional.empty(),
				Optional.empty(), "Who am I?", List.of(), 0));
		return new ReceivedMailId(jdbc.sql("""
				select id from received_mail where sender = 'stranger@elsewhere.example' and fate = 'QUARANTINE'
				order by at desc limit 1""").query(UUID.class).single());
	}

}
