package org.calltolocalaction.notifications.membership;

import org.calltolocalaction.governments.membership.MembershipId;

/** Sees to it that those who may answer a request to join are reminded of it. */
public interface JoinRequestTimer {

	/** Somebody asked to join in this transaction; they have not done so before. */
	void waitFor(MembershipId request);

	/** Nobody has to answer any more; nothing is to be done where none waits. */
	void ended(MembershipId request);

}
