package org.calltolocalaction.pledges;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.Submission;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.GovernmentId;

/**
 * The editions for which pledges count or will count; answered by the reports, which know
 * the inclusions.
 */
public interface Placements {

	/**
	 * A submitted pledge as the law of the deadline sees it, without anything that it
	 * says.
	 *
	 * @param confirmed whether its government is: no other pledge stands in a report
	 * @param call the edition whose call it answered, if one had been opened
	 */
	record Submitted(PledgeReference reference, GovernmentId government, boolean confirmed, PledgeState state,
			Optional<EditionYear> call, Instant firstSubmittedAt) {

		/** Its first submission, as that law sees it. */
		public Submission submission() {
			return new Submission(call, firstSubmittedAt,
					Set.of(Holder.government(government.value()), Holder.pledge(reference.value())));
		}

		/**
		 * Whether it is accepted, and stands in a report or waits for one; not while
		 * nothing of its government can stand in any.
		 */
		public boolean placed() {
			return confirmed && (state == PledgeState.INCLUDED || state == PledgeState.ACCEPTED);
		}

	}

	/**
	 * A pledge that a coordinator put into an edition's report, which stands above the
	 * law of the deadline while anything counts for that edition.
	 */
	record Corrected(Submitted pledge, EditionYear edition) {

		/** Where it stands by this order of the editions. */
		public Placement place(PlacementPolicy policy) {
			return policy.setAside(edition) ? policy.place(pledge.submission()) : Placement.in(edition);
		}

	}

	/**
	 * The edition in whose report the pledge stands, or for which it counts as things are
	 * now.
	 */
	Placement countsFor(Pledge pledge);

	/** The same of many submitted pledges at once. */
	Map<PledgeReference, Placement> countFor(Collection<Pledge> submitted);

	/**
	 * The same as it would be by another order of the editions than the present one, for
	 * forecasts.
	 */
	Map<PledgeReference, Placement> countFor(Collection<Pledge> submitted, PlacementPolicy policy);

	/**
	 * Every submitted pledge that can still get a place or another one, in the order of
	 * the references: not what was withdrawn or declined, what a coordinator put
	 * somewhere, nor what stands in a report whose contents are confirmed.
	 */
	List<Submitted> movable();

	/**
	 * Every pledge that a coordinator put into a report whose contents are not confirmed,
	 * in the order of the references.
	 */
	List<Corrected> corrected();

	/**
	 * Those that answered this edition's call and stand in a report whose contents are
	 * confirmed: they stay there.
	 */
	List<Submitted> settled(EditionYear call);

}
