package org.calltolocalaction.notifications.inbox;

import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.inbox.ReceivedMail.Doubt;
import org.calltolocalaction.notifications.inbox.ReceivedMail.Fate;
import org.calltolocalaction.post.inbox.DeliveryReport;
import org.calltolocalaction.post.inbox.IncomingMail;
import org.calltolocalaction.post.inbox.IncomingMails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what each mail that comes is. Only the sign in the address to which it was sent is
 * believed, or, of a report, the name of a mail that was sent: nobody makes a task or
 * writes on a pledge's time line who did not get a mail. Nothing is ever answered by
 * itself, so that no two machines write to each other.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class SortIncoming implements IncomingMails {

	private final SentMails sent;

	private final ReceivedMails received;

	private final MailTasks tasks;

	private final KnownSenders senders;

	private final BouncedMails bounced;

	private final AuditTrail audit;

	SortIncoming(SentMails sent, ReceivedMails received, MailTasks tasks, KnownSenders senders, BouncedMails bounced,
			AuditTrail audit) {
		this.sent = sent;
		this.received = received;
		this.tasks = tasks;
		this.senders = senders;
		this.bounced = bounced;
		this.audit = audit;
	}

	@Override
	public void take(IncomingMail mail) {
		Optional<SentMail> signed = mail.sign().flatMap(sign -> sent.find(new MailId(sign.mail())));
		if (mail.report().isPresent()) {
			takeReport(mail, mail.report().get(), signed);
		}
		else if (mail.automatic()) {
			received.keep(mail, Fate.AUTOMATIC, signed, signed.flatMap(SentMail::pledge), null);
			signed.ifPresent(answered -> audit
				.record(AuditEntry.of("mail.auto-answered", answered.about()).with("mail", answered.id())));
		}
		else if (signed.isPresent()) {
			SentMail answered = signed.get();
			senders.doubt(answered, mail.from())
				.ifPresentOrElse(doubt -> quarantine(mail, signed, doubt), () -> takeReply(mail, answered));
		}
		else {
			quarantine(mail, sent.named(mail.answers()), Doubt.NO_SIGN);
		}
	}

	private void quarantine(IncomingMail mail, Optional<SentMail> likely, Doubt doubt) {
		received.keep(mail, Fate.QUARANTINE, likely, likely.flatMap(SentMail::pledge), doubt);
	}

	@Override
	public void putAside(Aside mail) {
		received.keepNote(mail.from(), mail.subject(),
				mail.why() == Aside.Why.TOO_LARGE ? Doubt.TOO_LARGE : Doubt.UNREADABLE);
	}

	/** One that is of no mail of ours is forged, or of another desk. */
	private void takeReport(IncomingMail mail, DeliveryReport report, Optional<SentMail> signed) {
		Optional<SentMail> reported = signed
			.or(() -> sent.named(Stream.concat(report.of().stream(), mail.answers().stream()).toList()));
		Fate fate = reported.isEmpty() || report.fate() == DeliveryReport.Fate.WENT_ON ? Fate.AUTOMATIC
				: report.fate() == DeliveryReport.Fate.FAILED ? Fate.BOUNCE : Fate.DELAY;
		received.keep(mail, fate, reported, reported.flatMap(SentMail::pledge), null);
		if (fate == Fate.BOUNCE) {
			bounced.cameBack(reported.orElseThrow(), report);
		}
		else if (fate == Fate.DELAY) {
			SentMail late = reported.orElseThrow();
			audit.record(AuditEntry.of("mail.delayed", late.about()).with("mail", late.id()));
		}
	}

	private void takeReply(IncomingMail mail, SentMail answered) {
		ReceivedMailId reply = received.keep(mail, Fate.REPLY, Optional.of(answered), answered.pledge(), null);
		MailTaskId task = tasks.replied(reply, mail.from(), answered.pledge(), answered.government());
		audit.record(AuditEntry.of("mail.replied", answered.about())
			.with("mail", answered.id())
			.with("reply", reply)
			.with("task", task)
			.personal("email", mail.from()));
	}

}
