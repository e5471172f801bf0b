package org.calltolocalaction.notifications.inbox;

import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.notifications.MailBounced;
import org.calltolocalaction.notifications.MailNotArrived;
import org.calltolocalaction.post.RefusalReason;
import org.calltolocalaction.post.RefusedAddresses;
import org.calltolocalaction.post.inbox.DeliveryReport;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a task of every mail that no server takes for its address, whether that is said
 * at once or by a mail hours later.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BouncedMails {

	private final SentMails sent;

	private final MailTasks tasks;

	private final RefusedAddresses refusedAddresses;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	BouncedMails(SentMails sent, MailTasks tasks, RefusedAddresses refusedAddresses, AuditTrail audit,
			ApplicationEventPublisher events) {
		this.sent = sent;
		this.tasks = tasks;
		this.refusedAddresses = refusedAddresses;
		this.audit = audit;
		this.events = events;
	}

	@EventListener
	public void on(MailBounced bounced) {
		sent.find(bounced.mail()).ifPresent(mail -> note(mail, bounced.reason()));
	}

	/** It was taken by a server, and came back. */
	void cameBack(SentMail mail, DeliveryReport report) {
		String answer = (report.status() + " " + report.answer()).strip();
		if (!sent.cameBack(mail.id(), answer)) {
			return;
		}
		RefusalReason reason = RefusalReason.ofReport(answer);
		refusedAddresses.note(mail.recipient(), reason, answer);
		mail.pledge().ifPresent(pledge -> events.publishEvent(new MailNotArrived(pledge.value())));
		sent.broughtNothing(mail.id()).forEach(about -> events.publishEvent(new MailNotArrived(about)));
		note(mail, reason);
	}

	private void note(SentMail mail, RefusalReason reason) {
		MailTaskId task = tasks.bounced(mail);
		audit.record(AuditEntry.of("mail.bounced", mail.about())
			.with("mail", mail.id())
			.with("task", task)
			.with("refusal", reason));
	}

}
