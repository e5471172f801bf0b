package org.calltolocalaction.notifications.inbox;

import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.notifications.inbox.ReceivedMail.Fate;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A coordinator says whose a mail is that came from nobody who is known. */
@Service
@Transactional
public class SortQuarantine {

	private final ReceivedMails received;

	private final MailTasks tasks;

	private final Pledges pledges;

	private final AuditTrail audit;

	SortQuarantine(ReceivedMails received, MailTasks tasks, Pledges pledges, AuditTrail audit) {
		this.received = received;
		this.tasks = tasks;
		this.pledges = pledges;
		this.audit = audit;
	}

	/**
	 * It stands at this pledge from now on, as an answer that is to be read.
	 * @throws Refused where there is no such pledge, or somebody else was faster
	 */
	public void assign(ReceivedMailId id, PledgeReference reference, Person by) {
		by.requireCoordinator();
		ReceivedMail mail = waiting(id);
		Pledge pledge = pledges.findById(reference)
			.filter(Pledge::submitted)
			.orElseThrow(() -> new Refused("inbox.refused.no-pledge"));
		received.becomesReply(id, reference);
		MailTaskId task = tasks.replied(id, mail.from(), Optional.of(reference), Optional.of(pledge.government()));
		audit.record(AuditEntry.of("mail.assigned", reference)
			.by(by)
			.with("reply", id)
			.with("task", task)
			.personal("email", mail.from()));
	}

	/**
	 * It is nobody's: its text and files go at once.
	 * @throws Refused where somebody else was faster
	 */
	public void discard(ReceivedMailId id, Person by) {
		by.requireCoordinator();
		ReceivedMail mail = waiting(id);
		received.discard(id);
		audit.record(AuditEntry.of("mail.discarded", id).by(by).personal("email", mail.from()));
	}

	private ReceivedMail waiting(ReceivedMailId id) {
		ReceivedMail mail = received.forChange(id);
		if (mail.fate() != Fate.QUARANTINE) {
			throw new Refused("inbox.refused.sorted");
		}
		return mail;
	}

}
