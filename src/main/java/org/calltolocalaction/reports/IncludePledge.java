package org.calltolocalaction.reports;

import java.time.Clock;
import java.util.Optional;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.pledges.OutcomeTakenBack;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeWithdrawn;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.pledges.placement.RecordPlacement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives an accepted pledge its place in exactly one edition's report, and moves it where
 * a moved deadline decided anew. Called by the process after the deadline check. What
 * belongs to a government that is not confirmed has no place before it is.
 */
@Service
@Transactional
public class IncludePledge {

	private final Inclusions inclusions;

	private final Pledges pledges;

	private final RecordPlacement placement;

	private final CallPolicy callPolicy;

	private final PlaceableGovernments placeable;

	private final ReportEntries entries;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	IncludePledge(Inclusions inclusions, Pledges pledges, RecordPlacement placement, CallPolicy callPolicy,
			PlaceableGovernments placeable, ReportEntries entries, ApplicationEventPublisher events, Clock clock) {
		this.inclusions = inclusions;
		this.pledges = pledges;
		this.placement = placement;
		this.callPolicy = callPolicy;
		this.placeable = placeable;
		this.entries = entries;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * It stands in the report of the edition whose call it answered.
	 * @param reason whether it was in time, in the grace period, or in an extension
	 */
	public void inThisEdition(PledgeReference reference, PlacementReason reason) {
		if (standsByHand(reference)) {
			return;
		}
		Pledge pledge = pledges.pledge(reference);
		EditionYear call = pledge.call().orElseThrow();
		if (!placeable.hold(pledge)) {
			placement.awaitsConfirmation(reference, Placement.in(call), reason);
			return;
		}
		Optional<Placement> elsewhere = inclusions.find(reference)
			.map(Inclusion::edition)
			.filter(edition -> !edition.equals(call))
			.map(Placement::in)
			.or(() -> pledge.editions().waitingSince().map(waiting -> callPolicy.inOrder().nextAfter(call)));
		include(reference, call, reason);
		elsewhere.ifPresent(edition -> events.publishEvent(new PlacementRestored(reference, edition)));
	}

	/**
	 * It is carried over to the first later edition in which it is in time. Where there
	 * is none, it waits for the next that a coordinator opens or plans.
	 * @param reason why it does not stand in the edition whose call it answered
	 */
	public void inNextEdition(PledgeReference reference, PlacementReason reason) {
		if (standsByHand(reference)) {
			return;
		}
		callPolicy.holdStill();
		Pledge pledge = pledges.pledge(reference);
		Placement next = callPolicy.placeToTake(pledge.submission());
		PlacementReason why = placeable.why(pledge, reason);
		if (!placeable.hold(pledge)) {
			placement.awaitsConfirmation(reference, next, why);
			return;
		}
		next.edition().ifPresentOrElse(edition -> include(reference, edition, why), () -> {
			placement.awaitsNextEdition(reference, next, why);
			giveUpPlace(reference);
			events.publishEvent(new PlacementGivenUp(reference));
		});
	}

	/**
	 * It stands where a coordinator put it. The deadline check leaves it there, until its
	 * outcome is taken back, or nothing counts for that edition any more.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void byHand(PledgeReference reference, EditionYear edition) {
		include(reference, edition, PlacementReason.CORRECTED);
	}

	private boolean standsByHand(PledgeReference reference) {
		return inclusions.find(reference)
			.filter(inclusion -> inclusion.reason() == PlacementReason.CORRECTED)
			.filter(inclusion -> callPolicy.edition(inclusion.edition()).state() != EditionState.SET_ASIDE)
			.isPresent();
	}

	/** A pledge of an edition that was published before this system existed. */
	public void inEarlierEdition(Pledge imported) {
		EditionYear edition = imported.call().orElseThrow();
		write(imported, edition, PlacementReason.IMPORTED);
	}

	@EventListener
	void on(PledgeWithdrawn withdrawn) {
		giveUpPlace(withdrawn.reference());
	}

	@EventListener
	void on(OutcomeTakenBack takenBack) {
		giveUpPlace(takenBack.reference());
	}

	private void giveUpPlace(PledgeReference reference) {
		inclusions.find(reference).ifPresent(inclusions::delete);
		entries.remove(reference);
	}

	private void include(PledgeReference reference, EditionYear edition, PlacementReason reason) {
		write(placement.included(reference, edition, reason), edition, reason);
	}

	private void requireNotFrozen(Optional<Inclusion> present, EditionYear edition) {
		present.map(Inclusion::edition)
			.filter(standing -> !standing.equals(edition) && callPolicy.edition(standing).reportFrozen())
			.ifPresent(frozen -> {
				throw new IllegalStateException("%s stands in the frozen report of %s and was to be placed in %s"
					.formatted(present.get().reference(), frozen, edition));
			});
	}

	private void write(Pledge pledge, EditionYear edition, PlacementReason reason) {
		Optional<Inclusion> present = inclusions.find(pledge.reference());
		requireNotFrozen(present, edition);
		Inclusion inclusion = present.orElseGet(() -> new Inclusion(pledge.reference()));
		inclusion.place(edition, pledge.latestRevision(), reason, clock.instant());
		inclusions.save(inclusion);
		entries.put(inclusion, pledge);
		events.publishEvent(new PledgeIncluded(pledge.reference(), edition, pledge.latestRevision()));
	}

}
