package org.calltolocalaction.editions;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.calltolocalaction.editions.calendar.ReminderDays;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.criteria.EditionCriteria;
import org.calltolocalaction.editions.partner.Partners;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
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

	private final EditionCriteria criteria;

	private final Partners partners;

	private final AuditTrail audit;

	private final Clock clock;

	OpenEdition(Editions editions, CallPolicy callPolicy, EditionCycle cycle, EditionCriteria criteria,
			Partners partners, AuditTrail audit, Clock clock) {
		this.editions = editions;
		this.callPolicy = callPolicy;
		this.cycle = cycle;
		this.criteria = criteria;
		this.partners = partners;
		this.audit = audit;
		this.clock = clock;
	}

	/** The same for a call of which nothing else is said. */
	@Transactional
	public void open(EditionYear year, Forum forum, Collection<PartnerCode> partners, Deadline deadline, String reason,
			Person by) {
		open(year, EditionSetup.usual(forum, partners, deadline), reason, by);
	}

	/**
	 * Refused where no reason is given, another call is open, this one was opened before,
	 * no partner reviews or one is closed, the deadline is over, or the contents would be
	 * confirmed while reviews are waited for.
	 */
	@Transactional
	public void open(EditionYear year, EditionSetup setup, String reason, Person by) {
		by.requireCoordinator();
		if (Text.trimmed(reason).isEmpty()) {
			throw new Refused("editions.refused.call-no-reason");
		}
		callPolicy.change();
		editions.open().ifPresent(other -> {
			throw new Refused("editions.refused.another-open", other.year());
		});
		if (setup.partners().isEmpty()) {
			throw new Refused("editions.refused.no-partner");
		}
		partners.requireActive(setup.partners());
		if (!setup.deadline().instant().isAfter(clock.instant())) {
			throw new Refused("editions.refused.deadline-over");
		}
		if (setup.reviewCalendar().contradicts(setup.deadline())) {
			throw new Refused("editions.refused.contents-before-cut-off");
		}
		PlacementPolicy before = callPolicy.inOrder();
		Edition edition = toOpen(year);
		before.passedBy(year).forEach(passed -> passOver(passed.year(), year, by));
		edition.open(setup, before, clock.instant());
		record(year, setup, Text.trimmed(reason), by);
		if (criteria.begin(year, setup.criteria())) {
			audit.record(AuditEntry.of("edition.criteria-chosen", year).by(by));
		}
		cycle.opened(year);
		editions.saveAndFlush(edition);
	}

	/** One entry for the call, and one for each thing that is not as usual in it. */
	private void record(EditionYear year, EditionSetup setup, String reason, Person by) {
		audit.record(AuditEntry.of("edition.opened", year)
			.by(by)
			.with("deadline", setup.deadline().zoned())
			.with("signOffRule", Optional.of(setup.signOff()).filter(asked -> asked != SignOffRule.OFF))
			.personal("reason", reason));
		if (!setup.reminders().equals(ReminderDays.USUAL)) {
			audit.record(AuditEntry.of("edition.reminders-set", year)
				.by(by)
				.with("from", ReminderDays.USUAL.days())
				.with("to", setup.reminders().days()));
		}
		ReviewCalendar.usual()
			.changesTo(setup.reviewCalendar(), year, setup.deadline())
			.forEach(change -> audit.record(change.by(by)));
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
