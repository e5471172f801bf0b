package org.calltolocalaction.notifications.coordinators;

import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * Somebody who reviews for a partner, with the pledges whose reviews they are reminded
 * of.
 *
 * @param pledges at least one
 */
public record ReviewerToTell(Person person, List<PledgeReference> pledges) {

	/** The pledge, where it is one: then its page shows the mail; else the partner. */
	public Record about() {
		return pledges.size() == 1 ? pledges.get(0) : person.requirePartner();
	}

}
