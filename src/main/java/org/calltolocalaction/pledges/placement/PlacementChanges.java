package org.calltolocalaction.pledges.placement;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.EditionsChanged;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.extension.ExtensionsGranted;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Placements.Submitted;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.placement.PlacementsChanged.Cause;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pledges that count for another edition once editions are opened, taken back or
 * given other deadlines: the list that is shown before is the one that is then applied.
 */
@Service
public class PlacementChanges {

	private final Placements placements;

	private final PledgeLifecycle lifecycle;

	private final ApplicationEventPublisher events;

	private final AuditTrail audit;

	PlacementChanges(Placements placements, PledgeLifecycle lifecycle, ApplicationEventPublisher events,
			AuditTrail audit) {
		this.placements = placements;
		this.lifecycle = lifecycle;
		this.events = events;
		this.audit = audit;
	}

	/** A pledge that would count for another edition, or for one instead of the next. */
	public record Change(Submitted pledge, Placement from, Placement to) {

		public PledgeReference reference() {
			return pledge.reference();
		}

		private boolean changes() {
			return !from.edition().equals(to.edition());
		}

	}

	/**
	 * What changes between the editions as they are and as they would be, in the order of
	 * the references. What a coordinator put somewhere is placed by the law again where
	 * nothing counts for that edition any more.
	 */
	@Transactional(readOnly = true)
	public List<Change> between(PlacementPolicy before, PlacementPolicy after) {
		Stream<Change> byHand = placements.corrected()
			.stream()
			.map(one -> new Change(one.pledge(), one.place(before), one.place(after)))
			.filter(Change::changes);
		return Stream.concat(between(placements.movable().stream(), before, after).stream(), byHand)
			.sorted(Comparator.comparing(Change::reference))
			.toList();
	}

	/** The same of these pledges only, which stand where the law places them. */
	@Transactional(readOnly = true)
	public List<Change> of(Collection<PledgeReference> pledges, PlacementPolicy before, PlacementPolicy after) {
		Set<PledgeReference> wanted = Set.copyOf(pledges);
		return between(placements.movable().stream().filter(pledge -> wanted.contains(pledge.reference())), before,
				after);
	}

	private static List<Change> between(Stream<Submitted> pledges, PlacementPolicy before, PlacementPolicy after) {
		return pledges
			.map(pledge -> new Change(pledge, before.place(pledge.submission()), after.place(pledge.submission())))
			.filter(Change::changes)
			.toList();
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(EditionsChanged changed) {
		apply(between(changed.before(), changed.after()), Cause.valueOf(changed.act().name()), changed.year());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(ExtensionsGranted granted) {
		apply(between(granted.before(), granted.after()), Cause.EXTENDED, granted.edition());
	}

	/**
	 * Done for these, which count for another edition by an extension that was another
	 * government's before.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void extended(List<Change> all) {
		all.stream()
			.collect(Collectors.groupingBy(change -> change.to().edition().or(change.from()::edition),
					LinkedHashMap::new, Collectors.toList()))
			.forEach((edition, changes) -> edition.ifPresent(year -> apply(changes, Cause.EXTENDED, year)));
	}

	/**
	 * What is accepted is checked anew by its process, one by one; of what has no outcome
	 * yet the record says so.
	 */
	void apply(List<Change> changes, Cause cause, EditionYear edition) {
		lifecycle.placementQuestioned(
				changes.stream().filter(change -> change.pledge().placed()).map(Change::reference).toList());
		List<Change> undecided = changes.stream().filter(change -> !change.pledge().placed()).toList();
		if (!undecided.isEmpty()) {
			audit.recordAll(undecided.stream()
				.map(change -> AuditEntry.of("pledge.place-changed", change.reference()).with("placement", change.to()))
				.toList());
			events.publishEvent(new PlacementsChanged(undecided, cause, edition));
		}
	}

}
