package org.calltolocalaction.governments.merging;

import java.time.Clock;
import java.time.Instant;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.RegisteredGovernments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator closes a government that is no more, such as a network that was
 * dissolved: nobody joins it and it submits no new pledge, while what it pledged stays
 * where it is. It can be opened again.
 */
@Service
@Transactional
public class CloseGovernment {

	private final RegisteredGovernments registered;

	private final AuditTrail trail;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CloseGovernment(RegisteredGovernments registered, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
		this.registered = registered;
		this.trail = trail;
		this.events = events;
		this.clock = clock;
	}

	/** Has whoever closes, opens or merges it wait until this transaction ends. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void hold(GovernmentId id) {
		held(id);
	}

	/**
	 * @throws Refused where it is closed already, or no reason is given
	 */
	public void close(GovernmentId id, String reason, Person by) {
		by.requireCoordinator();
		String why = required(reason);
		Government government = held(id);
		if (government.closed()) {
			throw new Refused("parties.refused.closed-already");
		}
		Instant now = clock.instant();
		government.close(by.id(), why, now);
		trail.record(AuditEntry.of("government.closed", id).by(by).personal("reason", why));
		events.publishEvent(new GovernmentClosed(government, true, why, now));
	}

	/**
	 * @throws Refused where it is open already, or no reason is given
	 */
	public void reopen(GovernmentId id, String reason, Person by) {
		by.requireCoordinator();
		String why = required(reason);
		Government government = held(id);
		if (!government.closed()) {
			throw new Refused("parties.refused.open-already");
		}
		government.reopen();
		trail.record(AuditEntry.of("government.reopened", id).by(by).personal("reason", why));
		events.publishEvent(new GovernmentClosed(government, false, why, clock.instant()));
	}

	private Government held(GovernmentId id) {
		return registered.forChange(id.value())
			.filter(found -> found.mergedInto().isEmpty())
			.orElseThrow(() -> new NotFound("Government " + id));
	}

	private static String required(String reason) {
		String why = Text.trimmed(Text.PROSE.of(reason));
		if (why.isEmpty()) {
			throw new Refused("parties.refused.no-reason");
		}
		return why;
	}

}
