package org.calltolocalaction.governments.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.calltolocalaction.governments.evidence.JoinEvidence;
import org.calltolocalaction.governments.evidence.ReadJoinEvidence;
import org.calltolocalaction.governments.membership.JoinRequests.JoinRequest;
import org.calltolocalaction.governments.membership.MembershipId;
import org.springframework.stereotype.Component;

/** Gathers what those see of requests to join who may answer them. */
@Component
class RequestLines {

	private final ReadJoinEvidence evidence;

	private final Clock clock;

	RequestLines(ReadJoinEvidence evidence, Clock clock) {
		this.evidence = evidence;
		this.clock = clock;
	}

	/**
	 * One of them.
	 *
	 * @param waiting for how long it has waited
	 */
	record RequestLine(JoinRequest request, JoinEvidence evidence, Duration waiting) {
	}

	List<RequestLine> of(List<JoinRequest> requests) {
		Map<MembershipId, JoinEvidence> known = evidence.of(requests);
		return requests.stream()
			.map(request -> new RequestLine(request, Objects.requireNonNull(known.get(request.id())),
					Duration.between(request.requestedAt(), clock.instant())))
			.toList();
	}

	RequestLine of(JoinRequest request) {
		return of(List.of(request)).get(0);
	}

}
