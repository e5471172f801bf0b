package org.calltolocalaction.coordination;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.ActForecast.PlacementShift;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names the first of the pledges that a forecast says count for another edition. */
@Component
@Transactional(readOnly = true)
public class ForeseenPlaces {

	/** How many pledges a page lists. */
	static final int MOST_LISTED = 100;

	private final PledgeRows lines;

	ForeseenPlaces(PledgeRows lines) {
		this.lines = lines;
	}

	/**
	 * A pledge, and where it stands before and after.
	 *
	 * @param from as the trail writes it, and {@code to}, too
	 */
	public record Place(PledgeRow line, String from, String to) {
	}

	/** The first of them, and how many there are. */
	public record Places(List<Place> first, int total) {
	}

	public Places of(ActForecast forecast, Person by) {
		by.requireOversight();
		List<PlacementShift> first = forecast.placements().stream().limit(MOST_LISTED).toList();
		Map<PledgeReference, PledgeRow> named = lines.of(first.stream().map(PlacementShift::reference).toList())
			.stream()
			.collect(Collectors.toMap(PledgeRow::reference, Function.identity()));
		return new Places(first.stream().flatMap(shift -> place(shift, named)).toList(), forecast.placements().size());
	}

	private static Stream<Place> place(PlacementShift shift, Map<PledgeReference, PledgeRow> named) {
		return Optional.ofNullable(named.get(shift.reference()))
			.map(line -> new Place(line, shift.from(), shift.to()))
			.stream();
	}

}
