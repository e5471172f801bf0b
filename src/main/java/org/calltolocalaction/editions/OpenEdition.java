package org.calltolocalaction.editions;

import java.time.Clock;
import java.util.Collection;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A coordinator opens a year's call: from now on submissions count for it. */
@Service
public class OpenEdition {

	private final Editions editions;

	private final Calls calls;

	private final EditionCycle cycle;

	private final AuditTrail audit;

	private final Clock clock;

	OpenEdition(Editions editions, Calls calls, EditionCycle cycle, AuditTrail audit, Clock clock) {
		this.editions = editions;
		this.calls = calls;
		this.cycle = cycle;
		this.audit = audit;
		this.clock = clock;
	}

	/** Refused where another call is open, this one was opened before, no partner reviews, or the deadline is over. */
	@Transactional
	public void open(EditionYear year, Forum forum, Collection<PartnerCode> partners, Deadline deadline, Person by) {
		by.requireCoordinator();
		editions.beforeOpening();
		editions.open().ifPresent(other -> {
			throw new Refused("editions.refused.another-open", other.year());
		});
		if (partners.isEmpty()) {
			throw new Refused("editions.refused.no-partner");
		}
		if (!deadline.instant().isAfter(clock.instant())) {
			throw new Refused("editions.refused.deadline-over");
		}
		calls.planned(year);
		Edition edition = editions.forChange(year);
		if (edition.state() != EditionState.PLANNED) {
			throw new Refused("editions.refused.opened-before", year);
		}
		edition.open(forum, partners, deadline, clock.instant());
		audit.record(year.businessKey(), "edition.opened", by.email(), deadline.zoned().toString());
		cycle.opened(year);
	}

}
