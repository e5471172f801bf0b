package org.calltolocalaction.reports;

import org.calltolocalaction.editions.Calls;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgePlaces;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers where a pledge stands: by its inclusion where it has one, else by the law of the deadline. */
@Component
class Places implements PledgePlaces {

	private final Inclusions inclusions;

	private final Editions editions;

	private final Calls calls;

	Places(Inclusions inclusions, Editions editions, Calls calls) {
		this.inclusions = inclusions;
		this.editions = editions;
		this.calls = calls;
	}

	@Override
	@Transactional(readOnly = true)
	public EditionYear countsFor(Pledge pledge) {
		return inclusions.find(pledge.reference()).map(Inclusion::edition).orElseGet(() -> byTheLaw(pledge));
	}

	private EditionYear byTheLaw(Pledge pledge) {
		if (!pledge.submitted()) {
			return calls.answeredNow().year();
		}
		Edition call = editions.edition(pledge.call().orElseThrow());
		return calls.countsFor(call, pledge.firstSubmittedAt().orElseThrow());
	}

}
