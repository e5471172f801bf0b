package org.calltolocalaction.coordination.lists;

import java.util.Optional;
import org.calltolocalaction.coordination.PledgeRow;
import org.calltolocalaction.pledges.PledgeState;

/** Who has to do something before a pledge goes on. */
public enum WaitsFor {

	PARTNERS("pledge.submitted"), GOVERNMENT("pledge.changes-requested"), COORDINATORS("pledge.disagreement"),
	EDITION("pledge.accepted"),

	/** The coordinators, to confirm its government. */
	CONFIRMATION("pledge.accepted");

	/** The act since which it waits for them. */
	private final String since;

	WaitsFor(String since) {
		this.since = since;
	}

	String since() {
		return since;
	}

	/** Nobody where the pledge is at its end. */
	static Optional<WaitsFor> of(PledgeRow pledge) {
		return pledge.unconfirmed() ? Optional.of(CONFIRMATION) : in(pledge.state());
	}

	private static Optional<WaitsFor> in(PledgeState state) {
		return switch (state) {
			case UNDER_REVIEW -> Optional.of(PARTNERS);
			case CHANGES_REQUESTED, REVIVED -> Optional.of(GOVERNMENT);
			case DISAGREEMENT -> Optional.of(COORDINATORS);
			case ACCEPTED -> Optional.of(EDITION);
			case DRAFT, DISCARDED, INCLUDED, DECLINED, WITHDRAWN -> Optional.empty();
		};
	}

}
