package org.calltolocalaction.notifications.coordinators;

import java.util.List;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * Somebody who represents a government, with those of its pledges of which they are told.
 *
 * @param pledges at least one
 */
public record MemberToTell(Person person, GovernmentId government, String governmentName, List<ToldPledge> pledges) {

	/**
	 * One of the pledges, as a mail names it.
	 *
	 * @param title as its government wrote it; empty for a draft, which coordinators do
	 * not read
	 */
	public record ToldPledge(PledgeReference reference, String title) {

		boolean draft() {
			return title.isEmpty();
		}

	}

	List<PledgeReference> references() {
		return pledges.stream().map(ToldPledge::reference).toList();
	}

	/** The pledge, where it is one: then its page shows the mail; else the government. */
	public Record about() {
		return pledges.size() == 1 ? pledges.get(0).reference() : government;
	}

}
