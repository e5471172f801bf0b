package org.calltolocalaction.notifications.inbox;

import java.util.Collection;
import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.inbox.MailTask.End;
import org.calltolocalaction.notifications.inbox.MailTask.Kind;
import org.calltolocalaction.notifications.log.SendAgain;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator does what a task asks for: has mails sent again to another address, or
 * says what was done otherwise. Each task ends once.
 */
@Service
@Transactional
public class EndMailTask {

	private final MailTasks tasks;

	private final SentMails sent;

	private final SendAgain again;

	private final AuditTrail audit;

	EndMailTask(MailTasks tasks, SentMails sent, SendAgain again, AuditTrail audit) {
		this.tasks = tasks;
		this.sent = sent;
		this.again = again;
		this.audit = audit;
	}

	/**
	 * Sends mails that did not arrive to where they will, as their own reader's. The
	 * account of that reader keeps its address.
	 * @param chosen those of the task that are still worth sending
	 * @return how many are sent
	 * @throws Refused where somebody else was faster, or nothing is to be sent
	 */
	public int sendAgain(MailTaskId id, EmailAddress to, Collection<MailId> chosen, Person by) {
		by.requireCoordinator();
		MailTask task = openTask(id);
		if (task.kind() != Kind.BOUNCED || to.value().equals(task.address())) {
			throw new Refused("inbox.refused.same-address");
		}
		List<SentMail> mails = sent.toSendElsewhere(tasks.mails(id))
			.stream()
			.filter(mail -> chosen.contains(mail.id()))
			.toList();
		if (mails.isEmpty()) {
			throw new Refused("inbox.refused.no-mails");
		}
		for (SentMail mail : mails) {
			MailId written = again.elsewhere(mail.id(), to);
			audit.record(AuditEntry.of("mail.resent", mail.about())
				.by(by)
				.with("mail", mail.id())
				.with("resent", written)
				.with("task", id)
				.personal("email", to.value()));
		}
		end(task, End.SENT_AGAIN, "", by);
		return mails.size();
	}

	/**
	 * Says what was done otherwise.
	 * @param note why nothing was done, or what was said
	 * @throws Refused where somebody else was faster
	 */
	public void end(MailTaskId id, End how, String note, Person by) {
		by.requireCoordinator();
		MailTask task = openTask(id);
		if (!how.ends(task.kind())) {
			throw new Refused("inbox.refused.done");
		}
		end(task, how, note, by);
	}

	private void end(MailTask task, End how, String note, Person by) {
		tasks.end(task.id(), how, note, by);
		audit.record(AuditEntry.of("mail.task-done", about(task))
			.by(by)
			.with("task", task.id())
			.with("end", how)
			.personal("reason", note));
	}

	private static Record about(MailTask task) {
		return task.pledge()
			.<Record>map(pledge -> pledge)
			.or(() -> task.government().map(government -> government))
			.orElse(task.id());
	}

	private MailTask openTask(MailTaskId id) {
		MailTask task = tasks.forChange(id);
		if (!task.open()) {
			throw new Refused("inbox.refused.done");
		}
		return task;
	}

}
