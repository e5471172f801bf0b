package org.calltolocalaction.coordination.lists;

import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.editions.Submission;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;

/**
 * One of the pledges on which a coordinator acts, as it is at that moment.
 *
 * @param title empty for a draft, which is its government's own
 * @param submission its first one; none of a draft
 */
public record SelectedPledge(PledgeReference reference, PledgeState state, GovernmentId government,
		String governmentName, String title, Optional<Submission> submission) {

	/** By whose extensions it can be on time: its government's, and its own. */
	public Set<Holder> holders() {
		return Set.of(Holder.government(government.value()), Holder.pledge(reference.value()));
	}

}
