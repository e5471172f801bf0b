package org.calltolocalaction.coordination.consistency;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.identity.AccountId;

/**
 * A check, under way or ended.
 *
 * @param endedAt nothing while it is under way
 * @param broken whether it ended without having looked at everything
 * @param counts how many of each kind were found
 * @param findings the first of each kind
 */
public record Check(CheckId id, Instant beganAt, AccountId beganBy, Optional<Instant> endedAt, boolean broken,
		Map<Difference, Integer> counts, List<Finding> findings) {

	public boolean underWay() {
		return endedAt.isEmpty();
	}

	/** Whether it looked at everything and found nothing. */
	public boolean clean() {
		return endedAt.isPresent() && !broken && counts.values().stream().allMatch(count -> count == 0);
	}

	/** The first of one kind. */
	public List<Finding> of(Difference kind) {
		return findings.stream().filter(finding -> finding.kind() == kind).toList();
	}

}
