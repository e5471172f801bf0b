package org.calltolocalaction.notifications.coordinators;

import java.time.Clock;
import java.time.Instant;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.notifications.coordinators.Messages.Kept;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator cancels a message: who has not got it yet does not get it. What a mail
 * server is being asked to take is sent.
 */
@Service
public class CancelMessage {

	private final Messages messages;

	private final MessageReaders readers;

	private final AuditTrail audit;

	private final Clock clock;

	CancelMessage(Messages messages, MessageReaders readers, AuditTrail audit, Clock clock) {
		this.messages = messages;
		this.readers = readers;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * @return to how many people it does not go
	 * @throws Refused where it was cancelled before, or is on its way to everybody
	 */
	@Transactional
	public int cancel(MessageId id, String reason, Person by) {
		by.requireCoordinator();
		Kept kept = messages.lock(id);
		if (kept.cancelled()) {
			throw new Refused("messages.refused.cancelled");
		}
		Instant now = clock.instant();
		int stopped = readers.dropAll(id) + messages.stop(id, now);
		if (stopped == 0) {
			throw new Refused("messages.refused.sent");
		}
		EntryId act = audit.record(AuditEntry.of("edition.message-cancelled", kept.edition())
			.by(by)
			.with("act", kept.act())
			.with("mails", stopped)
			.personal("reason", reason));
		messages.cancelled(id, now, act, stopped);
		return stopped;
	}

}
