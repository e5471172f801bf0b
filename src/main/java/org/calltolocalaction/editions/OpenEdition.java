package org.calltolocalaction.editions;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator opens a year's call: from now on submissions count for it, and what
 * waited for it, too.
 */
@Service
public class OpenEdition {

	private final Editions editions;

	private final CallPolicy callPolicy;

	private final EditionCycle cycle;

	private final AuditTrail audit;

	private final Clock clock;

	OpenEdition(Editions editions, CallPolicy callPolicy, EditionCycle cycle, AuditTrail audit, Clock clock) {
		this.editions = editions;
		this.callPolicy = callPolicy;
		this.cycle = cycle;
		this.audit = audit;
		this.clock = clock;
	}

	/** The same for a call that asks for no approval by heads of government. */
	@Transactional
	public void open(EditionYear year, Forum forum, Collection<PartnerCode> partners, Deadline deadline, Person by) {
		open(year, forum, partners, deadline, SignOffRule.OFF, by);
	}

	/**
	 * Refused where another call is open, this one was opened before, no partner reviews,
	 * or the deadline is over.
	 */
	@Transactional
	public void open(EditionYear year, Forum forum, Collection<PartnerCode> partners, Deadline deadline,
			SignOffRule signOff, Person by) {
		by.requireCoordinator();
		callPolicy.change();
		editions.open().ifPresent(other -> {
			throw new Refused("editions.refused.another-open", other.year());
		});
		if (partners.isEmpty()) {
			throw new Refused("editions.refused.no-partner");
		}
		if (!deadline.instant().isAfter(clock.instant())) {
			throw new Refused("editions.refused.deadline-over");
		}
		PlacementPolicy before = callPolicy.inOrder();
		Edition edition = toOpen(year);
		before.passedBy(year).forEach(passed -> passOver(passed.year(), year, by));
		edition.open(forum, partners, deadline, before, clock.instant());
		edition.askForSignOff(signOff);
		audit.record(AuditEntry.of("edition.opened", year)
			.by(by)
			.with("deadline", deadline.zoned())
			.with("signOffRule", Optional.of(signOff).filter(asked -> asked != SignOffRule.OFF)));
		cycle.opened(year);
		editions.saveAndFlush(edition);
	}

	/**
	 * Plans a year's call, so that what waits knows its edition; with the usual deadline
	 * until it is opened.
	 */
	@Transactional
	public void plan(EditionYear year, Person by) {
		by.requireCoordinator();
		callPolicy.change();
		PlacementPolicy before = callPolicy.inOrder();
		Edition edition = toOpen(year);
		if (edition.state() == EditionState.PLANNED) {
			throw new Refused("editions.refused.planned-before", year);
		}
		edition.plan(before);
		audit.record(AuditEntry.of("edition.planned", year).by(by));
		editions.saveAndFlush(edition);
	}

	private Edition toOpen(EditionYear year) {
		Edition edition = callPolicy.begun(year);
		if (!edition.state().toOpen()) {
			throw new Refused("editions.refused.opened-before", year);
		}
		return edition;
	}

	private void passOver(EditionYear passed, EditionYear opened, Person by) {
		editions.forChange(passed).passOver();
		audit.record(AuditEntry.of("edition.passed-over", passed).by(by).with("edition", opened.value()));
	}

}
