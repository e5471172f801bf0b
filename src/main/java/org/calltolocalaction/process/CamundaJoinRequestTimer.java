package org.calltolocalaction.process;

import java.util.List;
import org.calltolocalaction.governments.membership.MembershipId;
import org.calltolocalaction.notifications.membership.JoinRequestTimer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives each request to join one {@code join-request}, whose timers the engine keeps over
 * restarts and nodes.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CamundaJoinRequestTimer implements JoinRequestTimer {

	private final Tasks tasks;

	CamundaJoinRequestTimer(Tasks tasks) {
		this.tasks = tasks;
	}

	@Override
	public void waitFor(MembershipId request) {
		tasks.startAll(Tasks.JOIN_REQUEST, List.of(request.businessKey()));
	}

	@Override
	public void ended(MembershipId request) {
		tasks.endIfRunning(Tasks.JOIN_REQUEST, request.businessKey(), "Nobody has to answer the request any more");
	}

}
