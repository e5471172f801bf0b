package org.calltolocalaction.editions;

import java.time.Clock;
import java.time.Instant;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps from a closed call to its published report, as far as the edition itself is
 * concerned.
 */
@Service
public class ReleaseReport {

	private final Editions editions;

	private final Extensions extensions;

	private final CallPolicy callPolicy;

	private final TransactionLocks locks;

	private final EditionCycle cycle;

	private final AuditTrail audit;

	private final Clock clock;

	ReleaseReport(Editions editions, Extensions extensions, CallPolicy callPolicy, TransactionLocks locks,
			EditionCycle cycle, AuditTrail audit, Clock clock) {
		this.editions = editions;
		this.extensions = extensions;
		this.callPolicy = callPolicy;
		this.locks = locks;
		this.cycle = cycle;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * A coordinator confirms what stands in the report. Whether every pledge that was in
	 * time has its outcome is for the caller to see to: editions know nothing of pledges.
	 */
	@Transactional
	public void confirmContents(EditionYear year, String reason, Person by) {
		by.requireCoordinator();
		if (Text.trimmed(reason).isEmpty()) {
			throw new Refused("editions.refused.contents-no-reason");
		}
		Edition edition = editions.forChange(year);
		requireClosed(year);
		requireNoExtension(year);
		edition.confirmContents(clock.instant());
		audit.record(AuditEntry.of("edition.contents-confirmed", year).by(by).personal("reason", Text.trimmed(reason)));
		cycle.contentsConfirmed(year);
	}

	/**
	 * @throws Refused where the call is open still, or its contents were confirmed before
	 */
	@Transactional(readOnly = true)
	public void requireClosed(EditionYear year) {
		if (editions.edition(year).state() != EditionState.CLOSED) {
			throw new Refused("editions.refused.not-closed", year);
		}
	}

	/**
	 * Has everybody who submits something or gets more time wait until this transaction
	 * ends, and whoever changes the edition: what is foreseen then is what is confirmed.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void holdStill(EditionYear year) {
		callPolicy.change();
		editions.forChange(year);
	}

	/**
	 * @throws Refused where somebody can still submit something that counts for it
	 */
	@Transactional(readOnly = true)
	public void requireNoExtension(EditionYear year) {
		extensions.running(year, clock.instant()).stream().findFirst().ifPresent(last -> {
			throw new Refused("editions.refused.extension-runs", year, last.extension().until().lastDay().toString());
		});
	}

	/**
	 * Whether the frozen report was approved already.
	 * @throws Refused where it is not frozen, or public already
	 */
	@Transactional(readOnly = true)
	public boolean approved(EditionYear year) {
		Edition edition = editions.edition(year);
		if (edition.state() != EditionState.FROZEN) {
			throw new Refused("editions.refused.not-frozen", year);
		}
		return edition.approvedAt().isPresent();
	}

	/** A coordinator approves the frozen report: it is published next. */
	@Transactional
	public void approve(EditionYear year, String reason, Person by) {
		by.requireCoordinator();
		if (Text.trimmed(reason).isEmpty()) {
			throw new Refused("editions.refused.report-no-reason");
		}
		Edition edition = editions.forChange(year);
		if (!approved(year) && edition.approve(clock.instant())) {
			audit
				.record(AuditEntry.of("edition.report-approved", year).by(by).personal("reason", Text.trimmed(reason)));
			cycle.reportApproved(year);
		}
	}

	/** The report's content was compiled: it stays as it is. Idempotent. */
	@Transactional
	public void frozen(EditionYear year) {
		Edition edition = editions.forChange(year);
		if (!edition.reportFrozen()) {
			edition.freeze(clock.instant());
			audit.record(AuditEntry.of("edition.report-frozen", year));
		}
	}

	/** The report is public. Idempotent. */
	@Transactional
	public void published(EditionYear year) {
		Edition edition = editions.forChange(year);
		if (edition.state() == EditionState.FROZEN) {
			edition.publish(clock.instant());
			audit.record(AuditEntry.of("edition.published", year));
		}
	}

	/**
	 * An edition whose report was published before this system existed. Leaves one that
	 * is known already as it is.
	 */
	@Transactional
	public Edition importEarlier(EditionYear year, Forum forum, Instant publishedAt, Person by) {
		by.requireCoordinator();
		locks.take(LockSpace.EDITION, year);
		return editions.find(year).orElseGet(() -> {
			audit.record(AuditEntry.of("edition.imported", year).by(by));
			return editions.saveAndFlush(Edition.beforeThisSystem(year, forum, publishedAt));
		});
	}

}
