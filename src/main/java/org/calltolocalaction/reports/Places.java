package org.calltolocalaction.reports;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.Calls;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgePlaces;
import org.calltolocalaction.pledges.PledgeReference;
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

	@Override
	@Transactional(readOnly = true)
	public Map<PledgeReference, EditionYear> countFor(Collection<Pledge> submitted) {
		Map<EditionYear, Edition> known = editions.newestFirst()
			.stream()
			.collect(Collectors.toMap(Edition::year, Function.identity()));
		Map<PledgeReference, EditionYear> places = new HashMap<>();
		submitted.forEach(pledge -> places.put(pledge.reference(), calls.countsFor(known.get(pledge.call().orElseThrow()),
				pledge.firstSubmittedAt().orElseThrow())));
		inclusions.ofAll(submitted.stream().map(pledge -> pledge.reference().value()).toList())
			.forEach(included -> places.put(included.reference(), included.edition()));
		return places;
	}

	private EditionYear byTheLaw(Pledge pledge) {
		if (!pledge.submitted()) {
			return calls.answeredNow().year();
		}
		Edition call = editions.edition(pledge.call().orElseThrow());
		return calls.countsFor(call, pledge.firstSubmittedAt().orElseThrow());
	}

}
