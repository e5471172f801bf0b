package org.calltolocalaction.coordination.figures;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.governments.standing.ListStandings;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Component;

/** What governments wait for from the coordinators, and who wants to join one. */
@Component
class GovernmentsThatWait {

	private final ListStandings standings;

	private final JoinRequests requests;

	GovernmentsThatWait(ListStandings standings, JoinRequests requests) {
		this.standings = standings;
		this.requests = requests;
	}

	/** How many are not confirmed, by how they stand. */
	Map<GovernmentStanding, Long> standings(Person by) {
		return standings.count(by);
	}

	/** Since when the request to join waits that waits longest. */
	Optional<Instant> oldestRequest(Person by) {
		return requests.oldest(by);
	}

}
