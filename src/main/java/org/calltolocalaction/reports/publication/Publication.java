package org.calltolocalaction.reports.publication;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reports.Erratum;

/**
 * What everybody may read of a pledge that stands in a report, and what keeps it from
 * them. What follows from stopping it or taking that back is the same for all.
 *
 * @param revision the one that is public
 * @param consented whether its government agreed to publication when it submitted that
 * @param state of the edition
 * @param stops what keeps it from the public, the first of it first
 */
public record Publication(PledgeReference reference, EditionYear edition, int revision, boolean consented,
		EditionState state, List<Erratum> stops) {

	/** Whether everybody may read it now. */
	public boolean visible() {
		return consented && stops.isEmpty();
	}

	/** That its government withdrew its consent. */
	public Optional<Erratum> consentWithdrawn() {
		return stops.stream().filter(stop -> stop.kind().byGovernment()).findFirst();
	}

	/** That the coordinators took it down. */
	public Optional<Erratum> takenDown() {
		return stops.stream().filter(stop -> !stop.kind().byGovernment()).findFirst();
	}

	/** Whether its report does not change any more. */
	public boolean frozen() {
		return state.reportFrozen();
	}

	/** Whether everybody reads its report. */
	public boolean reportPublished() {
		return state == EditionState.PUBLISHED;
	}

	/**
	 * Whether everybody would read it again if what keeps it from them for that reason
	 * did not.
	 */
	public boolean visibleWithout(Erratum stop) {
		return consented && stops.stream().allMatch(stop::equals);
	}

	/** Tells what would follow now from what would follow from something else. */
	public String fingerprint() {
		return Stream
			.concat(Stream.of(edition.toString(), state.name(), "" + revision),
					stops.stream().map(stop -> stop.kind().name()))
			.collect(Collectors.joining("-"));
	}

}
