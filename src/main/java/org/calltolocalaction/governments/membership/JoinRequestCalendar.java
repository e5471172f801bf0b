package org.calltolocalaction.governments.membership;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When the reminders of a request to join are due. */
@Component
@Transactional(readOnly = true)
public class JoinRequestCalendar {

	private final Memberships memberships;

	private final Clock clock;

	JoinRequestCalendar(Memberships memberships, Clock clock) {
		this.memberships = memberships;
		this.clock = clock;
	}

	/** Now, where there is no such request: what waits for it ends by itself. */
	public Instant due(MembershipId request, JoinReminder reminder) {
		return memberships.findById(request.value())
			.map(asked -> reminder.due(asked.requestedAt()))
			.orElseGet(clock::instant);
	}

}
