package org.calltolocalaction.coordination.forecast;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.forecast.ActForecast.TimerShift;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.calendar.CallTimers;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.rounds.PlannedRounds;
import org.calltolocalaction.reviews.rounds.PlannedRounds.PlannedRound;
import org.calltolocalaction.reviews.rounds.ReviewTimers;
import org.calltolocalaction.reviews.rounds.RoundDates;
import org.calltolocalaction.reviews.rounds.RoundTimer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which timers an act sets, moves or ends. */
@Component
class PlannedTimers {

	private final PlannedRounds rounds;

	private final ReviewTimers timers;

	PlannedTimers(PlannedRounds rounds, ReviewTimers timers) {
		this.rounds = rounds;
		this.timers = timers;
	}

	/**
	 * The rounds that this edition's deadline and calendar concern, as they would be.
	 * @param calendar what this edition's would be; empty where it stays
	 */
	List<PlannedRound> rounds(EditionYear year, PlacementPolicy policy, Optional<ReviewCalendar> calendar) {
		return rounds.concernedBy(year, policy, calendar);
	}

	/** Of a call that begins, moves, or is none any more. */
	static List<TimerShift> ofCall(EditionYear year, Optional<CallTimers> from, Optional<CallTimers> to) {
		return Stream.of(shift(year, ForeseenTimer.CLOSING, from.map(CallTimers::closing), to.map(CallTimers::closing)),
				shift(year, ForeseenTimer.NEXT_REMINDER, from.map(CallTimers::nextReminder),
						to.map(CallTimers::nextReminder)))
			.filter(PlannedTimers::differs)
			.toList();
	}

	/** Of rounds that have other dates then. */
	List<TimerShift> ofRounds(List<PlannedRound> planned) {
		return ofRounds(planned, round -> round.dates());
	}

	/** Of rounds in which one more review is opened at this moment. */
	List<TimerShift> ofJoined(Collection<PledgeReference> joined, EditionYear year, PlacementPolicy policy,
			Instant now) {
		Set<PledgeReference> all = Set.copyOf(joined);
		return ofRounds(rounds.concernedBy(year, policy, Optional.empty())
			.stream()
			.filter(round -> all.contains(round.reference()))
			.toList(), round -> round.joinedAt(now));
	}

	/** Of rounds that end. */
	List<TimerShift> ofEnding(Collection<PledgeReference> ending) {
		return timers.present(ending)
			.entrySet()
			.stream()
			.flatMap(round -> round.getValue()
				.entrySet()
				.stream()
				.map(timer -> new TimerShift(round.getKey().value(), ForeseenTimer.of(timer.getKey()), timer.getValue(),
						null)))
			.toList();
	}

	/**
	 * One that has fired stays fired: it is no timer any more. When the others are due
	 * now is what their process says, which no calendar has moved since.
	 */
	private List<TimerShift> ofRounds(List<PlannedRound> planned, Function<PlannedRound, RoundDates> then) {
		Map<PledgeReference, Map<RoundTimer, Instant>> present = timers
			.present(planned.stream().map(PlannedRound::reference).toList());
		Map<PledgeReference, RoundDates> dates = planned.stream()
			.collect(Collectors.toMap(PlannedRound::reference, then));
		return planned.stream()
			.map(PlannedRound::reference)
			.flatMap(round -> present.getOrDefault(round, Map.of())
				.entrySet()
				.stream()
				.map(timer -> new TimerShift(round.value(), ForeseenTimer.of(timer.getKey()), timer.getValue(),
						Objects.requireNonNull(dates.get(round)).of(timer.getKey()))))
			.filter(PlannedTimers::differs)
			.toList();
	}

	private static TimerShift shift(EditionYear year, ForeseenTimer timer, Optional<Instant> from,
			Optional<Instant> to) {
		return new TimerShift(year.businessKey(), timer, from.orElse(null), to.orElse(null));
	}

	private static boolean differs(TimerShift shift) {
		@Nullable Instant from = shift.from();
		return !Objects.equals(from, shift.to());
	}

}
