package org.calltolocalaction.editions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.calltolocalaction.editions.PlacementPolicy.Known;
import org.calltolocalaction.editions.PlainLaw.Submission;
import org.calltolocalaction.editions.PlainLaw.Year;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random sequences of editions that are opened, skipped, opened late, moved, planned,
 * taken back and frozen: the law of the deadline is held against a plain one after every
 * step. The seed stands in the name of a test that fails.
 */
class SequencesOfEditionsTests {

	private static final int STEPS = 60;

	private static final int SEQUENCES = 400;

	static LongStream seeds() {
		return LongStream.rangeClosed(1, SEQUENCES);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void every_pledge_counts_for_one_edition_or_waits_as_the_plain_law_says(long seed) {
		Sequence sequence = new Sequence(seed);
		for (int step = 0; step < STEPS; step++) {
			sequence.step();
		}
		assertThat(sequence.law.pledges).as("a sequence in which nothing is submitted shows nothing").isNotEmpty();
	}

	/**
	 * One sequence: the desk's law on one side, the plain one on the other, and a clock
	 * that only goes forward.
	 */
	private static final class Sequence {

		private final Random random;

		private final PlainLaw law = new PlainLaw();

		private final Map<EditionYear, Known> known = new TreeMap<>();

		private final Map<String, Integer> frozen = new HashMap<>();

		private final List<String> told = new ArrayList<>();

		private Instant now = Instant.parse("2030-01-10T12:00:00Z");

		Sequence(long seed) {
			random = new Random(seed);
		}

		void step() {
			now = now.plus(Duration.ofHours(1 + random.nextInt(900)));
			closeWhatIsOver();
			Map<Submission, Placement> before = places(inOrder());
			switch (random.nextInt(10)) {
				case 0, 1, 2, 3 -> submit();
				case 4, 5 -> open();
				case 6 -> move(before);
				case 7 -> freeze();
				case 8 -> plan();
				default -> takeBack();
			}
			check();
		}

		private void submit() {
			Submission pledge = law.submits("P" + law.pledges.size(), now);
			pledge.decided = random.nextInt(4) > 0;
			tell("submitted " + pledge.name + " to " + pledge.call);
		}

		private void open() {
			int year = aYear();
			Known present = known.get(new EditionYear(year));
			if (law.open() != null || present != null && !present.state().toOpen()) {
				return;
			}
			// Late in the year or early: what counts is that it is ahead.
			Deadline deadline = deadline(now.plus(Duration.ofDays(1 + random.nextInt(400))));
			PlacementPolicy foretold = inOrder().opened(new EditionYear(year), deadline);
			inOrder().passedBy(new EditionYear(year))
				.forEach(passed -> known.put(passed.year(),
						new Known(passed.year(), EditionState.SET_ASIDE, passed.deadline())));
			put(year, EditionState.OPEN, deadline);
			law.opens(year, deadline.endOfGrace());
			tell("opened " + year);
			assertSame(foretold);
		}

		private void plan() {
			int year = aYear();
			Known present = known.get(new EditionYear(year));
			if (present != null && present.state() != EditionState.SET_ASIDE) {
				return;
			}
			PlacementPolicy foretold = inOrder().planned(new EditionYear(year));
			put(year, EditionState.PLANNED, Deadline.byDefault(new EditionYear(year)));
			law.plans(year);
			tell("planned " + year);
			assertSame(foretold);
		}

		private void move(Map<Submission, Placement> before) {
			Known moved = any(EditionState.OPEN, EditionState.CLOSED);
			if (moved == null) {
				return;
			}
			Deadline to = deadline(moved.deadline().instant().plus(Duration.ofHours(random.nextInt(4000) - 2000)));
			boolean reopens = to.endOfGrace().isAfter(now);
			if (reopens && law.open() != null && law.open().year != moved.year().value()) {
				return;
			}
			PlacementPolicy foretold = inOrder().moved(moved.year(), to);
			put(moved.year().value(), reopens ? EditionState.OPEN : EditionState.CLOSED, to);
			law.moves(moved.year().value(), to.endOfGrace(), now);
			tell("moved " + moved.year() + " to " + to.instant());
			assertSame(foretold);
			if (to.endOfGrace().isAfter(moved.deadline().endOfGrace())) {
				law.pledges.stream()
					.filter(pledge -> pledge.call == moved.year().value() && before.get(pledge).is(moved.year()))
					.forEach(pledge -> assertThat(placeOf(pledge)).as("moved later, %s keeps its edition", pledge.name)
						.isEqualTo(before.get(pledge)));
			}
		}

		private void freeze() {
			Known closed = any(EditionState.CLOSED);
			if (closed == null) {
				return;
			}
			law.pledges.stream()
				.filter(pledge -> pledge.decided && placeOf(pledge).is(closed.year()))
				.forEach(pledge -> frozen.putIfAbsent(pledge.name, closed.year().value()));
			law.freezes(closed.year().value());
			put(closed.year().value(), EditionState.FROZEN, closed.deadline());
			tell("froze " + closed.year());
		}

		private void takeBack() {
			Known running = any(EditionState.OPEN, EditionState.CLOSED);
			if (running == null || law.pledges.stream().anyMatch(pledge -> pledge.call == running.year().value())) {
				return;
			}
			PlacementPolicy foretold = inOrder().takenBack(running.year());
			put(running.year().value(), EditionState.SET_ASIDE, running.deadline());
			law.takesBack(running.year().value());
			tell("took back " + running.year());
			assertSame(foretold);
		}

		private void closeWhatIsOver() {
			Year open = law.open();
			if (open != null && open.lastInstant.isBefore(now)) {
				law.closes(open.year);
				put(open.year, EditionState.CLOSED, known.get(new EditionYear(open.year)).deadline());
				tell("closed " + open.year);
			}
		}

		private void check() {
			for (Submission pledge : law.pledges) {
				Placement placement = placeOf(pledge);
				assertThat(placement.edition().map(EditionYear::value).orElse(PlainLaw.WAITS))
					.as("%s after %s", pledge.name, told)
					.isEqualTo(law.placeOf(pledge));
				if (frozen.containsKey(pledge.name)) {
					assertThat(placement).as("%s is frozen; %s", pledge.name, told)
						.isEqualTo(Placement.in(new EditionYear(frozen.get(pledge.name))));
				}
				if (!placement.known()) {
					assertThat(known.get(placement.year())).as("%s is expected; %s", placement.year(), told)
						.satisfiesAnyOf(none -> assertThat(none).isNull(),
								aside -> assertThat(aside.state()).isEqualTo(EditionState.SET_ASIDE));
				}
			}
		}

		/** What an act was foretold to bring is what it brought. */
		private void assertSame(PlacementPolicy foretold) {
			assertThat(places(foretold)).as("foretold; %s", told).isEqualTo(places(inOrder()));
		}

		private Map<Submission, Placement> places(PlacementPolicy editions) {
			Map<Submission, Placement> places = new HashMap<>();
			law.pledges.forEach(pledge -> places.put(pledge, placeOf(pledge, editions)));
			return places;
		}

		private Placement placeOf(Submission pledge) {
			return placeOf(pledge, inOrder());
		}

		private Placement placeOf(Submission pledge, PlacementPolicy editions) {
			return frozen.containsKey(pledge.name) ? Placement.in(new EditionYear(frozen.get(pledge.name))) : editions
				.place(new org.calltolocalaction.editions.Submission(
						pledge.call == PlainLaw.WAITS ? Optional.empty() : Optional.of(new EditionYear(pledge.call)),
						pledge.at));
		}

		private PlacementPolicy inOrder() {
			int year = now.atOffset(ZoneOffset.UTC).getYear();
			boolean over = now.isAfter(Deadline.byDefault(new EditionYear(year)).instant());
			return new PlacementPolicy(known.values(), List.of(), new EditionYear(over ? year + 1 : year));
		}

		/**
		 * This year or one of the next few: years are skipped, and editions are opened
		 * late.
		 */
		private int aYear() {
			return now.atOffset(ZoneOffset.UTC).getYear() + random.nextInt(4);
		}

		private Known any(EditionState... states) {
			List<Known> found = known.values()
				.stream()
				.filter(edition -> List.of(states).contains(edition.state()))
				.toList();
			return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
		}

		private void put(int year, EditionState state, Deadline deadline) {
			known.put(new EditionYear(year), new Known(new EditionYear(year), state, deadline));
		}

		private Deadline deadline(Instant instant) {
			return new Deadline(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), ZoneOffset.UTC,
					Duration.ofMinutes(random.nextInt(120)));
		}

		private void tell(String what) {
			told.add(now + " " + what);
		}

	}

}
