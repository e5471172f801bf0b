package org.calltolocalaction.governments.membership;

import java.time.Clock;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person asks to act for a government that is registered already; one of its members or
 * a coordinator decides.
 */
@Service
@Transactional
public class AskToJoin {

	private final Governments governments;

	private final TransactionLocks locks;

	private final Memberships memberships;

	private final MembershipMails mails;

	private final People people;

	private final AuditTrail trail;

	private final Clock clock;

	AskToJoin(Governments governments, TransactionLocks locks, Memberships memberships, MembershipMails mails,
			People people, AuditTrail trail, Clock clock) {
		this.governments = governments;
		this.locks = locks;
		this.memberships = memberships;
		this.mails = mails;
		this.people = people;
		this.trail = trail;
		this.clock = clock;
	}

	public void ask(Person by, GovernmentId id) {
		by.requireMayChange();
		Government government = governments.government(id);
		locks.take(LockSpace.GOVERNMENT, by.id());
		// Anew: a coordinator may have let them audit meanwhile.
		people.person(by.id()).requireMayChange();
		Membership present = memberships.presentOf(by.id().value()).orElse(null);
		if (present == null) {
			governments.requireOpen(government.id());
			Membership request = memberships.save(Membership.requested(by.id(), government.id(), clock.instant()));
			trail.record(AuditEntry.of("government.join-requested", government.id()).by(by));
			mails.requested(request.id(), by, government);
		}
		// A second click on the same button asked for nothing new.
		else if (!present.government().equals(government.id())) {
			throw new Refused("governments.refused.actsAlready");
		}
	}

}
