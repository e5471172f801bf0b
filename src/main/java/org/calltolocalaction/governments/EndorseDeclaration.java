package org.calltolocalaction.governments;

import java.time.Clock;
import java.time.LocalDate;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member records that their government endorsed the Marrakech Mayors Declaration. */
@Service
@Transactional
public class EndorseDeclaration {

	private final Governments governments;

	private final RegisteredGovernments registered;

	private final AuditTrail trail;

	private final Clock clock;

	EndorseDeclaration(Governments governments, RegisteredGovernments registered, AuditTrail trail, Clock clock) {
		this.governments = governments;
		this.registered = registered;
		this.trail = trail;
		this.clock = clock;
	}

	public void endorse(Person by, Endorsement endorsement) {
		if (endorsement.date().isAfter(today(by))) {
			throw new Refused("governments.refused.endorsedInFuture");
		}
		Government government = governments.actedForBy(by.id())
			.flatMap(own -> registered.findById(own.id().value()))
			.orElseThrow(() -> new NotFound("A government for which " + by.email() + " acts"));
		government.endorse(endorsement);
		trail.record(AuditEntry.of("government.endorsed", government.id())
			.by(by)
			.with("endorsedOn", endorsement.date())
			.personal("signatory", endorsement.signatory()));
	}

	/** What day it is where the person lives. */
	@Transactional(readOnly = true)
	public LocalDate today(Person person) {
		return LocalDate.ofInstant(clock.instant(), person.zone());
	}

}
