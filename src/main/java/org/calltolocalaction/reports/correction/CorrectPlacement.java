package org.calltolocalaction.reports.correction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reports.IncludePledge;
import org.calltolocalaction.reports.Inclusion;
import org.calltolocalaction.reports.Inclusions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator moves an accepted pledge to another edition's report, with a reason,
 * until the contents of both are confirmed. That stands above the law of the deadline.
 */
@Service
public class CorrectPlacement {

	private static final List<EditionState> TAKING = List.of(EditionState.PLANNED, EditionState.OPEN,
			EditionState.CLOSED);

	private final Pledges pledges;

	private final Inclusions inclusions;

	private final Editions editions;

	private final CallPolicy callPolicy;

	private final IncludePledge include;

	private final PledgeLifecycle lifecycle;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	CorrectPlacement(Pledges pledges, Inclusions inclusions, Editions editions, CallPolicy callPolicy,
			IncludePledge include, PledgeLifecycle lifecycle, AuditTrail audit, ApplicationEventPublisher events) {
		this.pledges = pledges;
		this.inclusions = inclusions;
		this.editions = editions;
		this.callPolicy = callPolicy;
		this.include = include;
		this.lifecycle = lifecycle;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Where a pledge stands, and where it could stand instead.
	 *
	 * @param possible none where its report cannot be left any more
	 */
	public record Choice(PledgeReference reference, EditionYear from, List<EditionYear> possible) {
	}

	/** The editions among which there is a choice; nothing where it is in no report. */
	@Transactional(readOnly = true)
	public Optional<Choice> choice(PledgeReference reference, Person by) {
		by.requireOversight();
		Pledge pledge = pledges.pledge(reference);
		if (!pledge.submitted()) {
			throw new NotFound("A submitted revision of " + reference);
		}
		return place(pledge).map(from -> new Choice(reference, from,
				takes(from) ? editions.newestFirst()
					.stream()
					.filter(edition -> TAKING.contains(edition.state()))
					.map(Edition::year)
					.filter(year -> !year.equals(from))
					.sorted()
					.toList() : List.of()));
	}

	/**
	 * @param foreseen the edition in whose report the coordinator saw it
	 * @param reason for its government
	 */
	@Transactional
	public void move(PledgeReference reference, EditionYear foreseen, EditionYear to, String reason, Person by) {
		by.requireCoordinator();
		String why = Text.trimmed(reason);
		if (why.isEmpty()) {
			throw new Refused("reports.refused.no-reason");
		}
		Pledge pledge = pledges.forChange(reference);
		if (place(pledge).filter(foreseen::equals).isEmpty() || to.equals(foreseen)) {
			throw new Refused("reports.refused.place-changed", reference.value());
		}
		callPolicy.holdStill();
		// The pledge before the editions, and these in their order, as everywhere.
		Stream.of(foreseen, to).sorted().forEach(editions::forChange);
		if (!takes(foreseen) || !takes(to)) {
			throw new Refused("reports.refused.not-movable", reference.value());
		}
		audit.record(AuditEntry.of("pledge.moved", reference)
			.by(by)
			.with("from", foreseen.value())
			.with("to", to.value())
			.personal("reason", why));
		include.byHand(reference, to);
		// Its process checks it once more, and finds it where it was put.
		lifecycle.placementQuestioned(List.of(reference));
		events.publishEvent(new PlacementCorrected(reference, foreseen, to, why));
	}

	private Optional<EditionYear> place(Pledge pledge) {
		return pledge.state() == PledgeState.INCLUDED ? inclusions.find(pledge.reference()).map(Inclusion::edition)
				: Optional.empty();
	}

	private boolean takes(EditionYear year) {
		return editions.find(year).map(Edition::state).filter(TAKING::contains).isPresent();
	}

}
