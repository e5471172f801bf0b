package org.calltolocalaction.editions;

import java.time.Clock;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator moves an edition's deadline, earlier or later, for a reason that stays on
 * the audit trail.
 */
@Service
public class MoveDeadline {

	private final Editions editions;

	private final CallPolicy callPolicy;

	private final EditionCycle cycle;

	private final AuditTrail audit;

	private final Clock clock;

	MoveDeadline(Editions editions, CallPolicy callPolicy, EditionCycle cycle, AuditTrail audit, Clock clock) {
		this.editions = editions;
		this.callPolicy = callPolicy;
		this.cycle = cycle;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Refused where the deadline stays, or where a closed call would be open again beside
	 * another.
	 */
	@Transactional(readOnly = true)
	public void requirePossible(Edition edition, Deadline to) {
		if (edition.state() != EditionState.OPEN && edition.state() != EditionState.CLOSED) {
			throw new Refused("editions.refused.deadline-stays", edition.year());
		}
		if (edition.state() == EditionState.CLOSED && to.endOfGrace().isAfter(clock.instant())) {
			editions.open().ifPresent(other -> {
				throw new Refused("editions.refused.another-open", other.year());
			});
		}
	}

	/**
	 * Has whoever submits, opens or moves wait until this transaction ends, so that what
	 * is planned in it is what is then done.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void holdStill() {
		callPolicy.change();
	}

	/**
	 * Moves the running timers and has the pledges that it affects decided anew.
	 * <p>
	 * A call that has closed is opened again where the new deadline is ahead.
	 */
	@Transactional
	public void move(EditionYear year, Deadline to, String reason, Person by) {
		by.requireCoordinator();
		if (Text.trimmed(reason).isEmpty()) {
			throw new Refused("editions.refused.no-reason");
		}
		callPolicy.change();
		PlacementPolicy before = callPolicy.inOrder();
		Edition edition = editions.forChange(year);
		requirePossible(edition, to);
		Deadline from = edition.deadline();
		edition.moveDeadline(to, before, clock.instant());
		audit.record(AuditEntry.of("edition.deadline-moved", year)
			.by(by)
			.with("from", from.zoned())
			.with("to", to.zoned())
			.personal("reason", Text.trimmed(reason)));
		cycle.deadlineMoved(year);
		editions.saveAndFlush(edition);
	}

}
