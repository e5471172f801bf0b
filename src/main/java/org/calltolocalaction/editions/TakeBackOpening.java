package org.calltolocalaction.editions;

import java.time.Clock;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator takes back that a call was opened, such as that of a wrong year: it is as
 * if it had never been opened, and what had waited waits again. The year can be opened
 * later, or another one at once.
 */
@Service
public class TakeBackOpening {

	private final Editions editions;

	private final CallPolicy callPolicy;

	private final Extensions extensions;

	private final EditionCycle cycle;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	TakeBackOpening(Editions editions, CallPolicy callPolicy, Extensions extensions, EditionCycle cycle,
			AuditTrail audit, JdbcClient jdbc, Clock clock) {
		this.editions = editions;
		this.callPolicy = callPolicy;
		this.extensions = extensions;
		this.cycle = cycle;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Whether somebody counts on having more time for it. */
	@Transactional(readOnly = true)
	public boolean extended(EditionYear year) {
		return !extensions.running(year, clock.instant()).isEmpty();
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
	 * Has everybody who submits something at this moment wait, so that what the caller
	 * then finds of the edition stays so: whether something was submitted to it is for
	 * the caller to see to, because editions know nothing of pledges.
	 */
	@Transactional
	public void takeBack(EditionYear year, String reason, Person by, Runnable requireUnanswered) {
		by.requireCoordinator();
		if (Text.trimmed(reason).isEmpty()) {
			throw new Refused("editions.refused.opening-no-reason");
		}
		callPolicy.change();
		requireUnanswered.run();
		Edition edition = editions.forChange(year);
		if (edition.state() != EditionState.OPEN && edition.state() != EditionState.CLOSED) {
			throw new Refused("editions.refused.opening-stays", year);
		}
		if (extended(year)) {
			throw new Refused("editions.refused.opening-extended", year);
		}
		PlacementPolicy before = callPolicy.inOrder();
		edition.takeBackOpening(before, clock.instant());
		audit.record(AuditEntry.of("edition.opening-taken-back", year).by(by).personal("reason", Text.trimmed(reason)));
		// A call that is opened anew has the partners that are chosen then.
		jdbc.sql("delete from edition_partner_change where edition_year = ?").param(year.value()).update();
		cycle.openingTakenBack(year);
		editions.saveAndFlush(edition);
	}

}
