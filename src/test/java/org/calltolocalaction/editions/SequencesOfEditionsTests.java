package org.calltolocalaction.editions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.calltolocalaction.editions.PlacementPolicy.Known;
import org.calltolocalaction.editions.PlainLaw.MoreTime;
import org.calltolocalaction.editions.PlainLaw.Submission;
import org.calltolocalaction.editions.PlainLaw.Year;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.Holder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random sequences of editions that are opened, skipped, opened late, moved, planned,
 * taken back and frozen, while some get more time: the law of the deadline is held
 * against a plain one after every step. The seed stands in the name of a test that fails.
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

		private final Map<MoreTime, Extension> extensions = new LinkedHashMap<>();

		private final Map<String, Integer> frozen = new HashMap<>();

		private final List<String> told = new ArrayList<>();

		private Instant now = Instant.parse("2030-01-10T12:00:00Z");

		Sequence(long seed) {
			random = new Random(seed);
		}

		void step() {
			goOn();
			closeWhatIsOver();
			Map<Submission, Placement> before = places(inOrder());
			switch (random.nextInt(14)) {
				case 0, 1, 2, 3, 4 -> submit();
				case 5, 6 -> open();
				case 7 -> move(before);
				case 8 -> freeze();
				case 9 -> plan();
				case 10 -> takeBack();
				case 11, 12 -> extend();
				default -> endExtension(before);
			}
			check();
		}

		/** To whenever it is, or to the last second of something, or the one after it. */
		private void goOn() {
			Instant later = now.plus(Duration.ofHours(random.nextInt(900)));
			List<Instant> edges = Stream
				.concat(extensions.keySet().stream().map(extension -> extension.end),
						law.years.stream().map(year -> year.lastInstant))
				.filter(edge -> edge != null && !edge.isBefore(now) && edge.isBefore(later))
				.toList();
			now = edges.isEmpty() || random.nextBoolean() ? later
					: edges.get(random.nextInt(edges.size())).plusMillis(random.nextInt(3) * 500);
		}

		private void submit() {
			String name = "P" + law.pledges.size();
			Set<String> holders = Set.of(name, someGovernment());
			assertThat(inOrder().extendedNow(ofDesk(holders), now).map(EditionYear::value).orElse(PlainLaw.WAITS))
				.as("answers by more time; %s", told)
				.isEqualTo(law.extendedCall(holders, now));
			Submission pledge = law.submits(name, now, holders);
			pledge.decided = random.nextInt(4) > 0;
			tell("submitted " + pledge.name + " of " + holders + " to " + pledge.call);
		}

		private void extend() {
			Known extended = any(EditionState.OPEN, EditionState.CLOSED);
			if (extended == null) {
				return;
			}
			String holder = random.nextInt(3) == 0 ? "P" + random.nextInt(law.pledges.size() + 2) : someGovernment();
			Deadline until = new Deadline(
					LocalDateTime.ofInstant((random.nextBoolean() ? now : extended.deadline().endOfGrace())
						.plus(Duration.ofHours(random.nextInt(3000))), ZoneOffset.UTC),
					ZoneOffset.UTC, Duration.ZERO);
			if (!law.canExtend(extended.year().value(), holder, until.instant(), now)) {
				return;
			}
			Extension granted = Extension.granted(extended.year(), ofDesk(holder), until);
			PlacementPolicy foretold = inOrder().extended(granted);
			extensions.put(law.extend(extended.year().value(), holder, until.instant()), granted);
			tell("gave " + holder + " until " + until.instant() + " for " + extended.year());
			assertSame(foretold);
		}

		private void endExtension(Map<Submission, Placement> before) {
			List<MoreTime> running = extensions.keySet().stream().filter(one -> law.runs(one, now)).toList();
			if (running.isEmpty()) {
				return;
			}
			MoreTime ended = running.get(random.nextInt(running.size()));
			law.ends(ended, now);
			extensions.computeIfPresent(ended, (one, of) -> new Extension(of.id(), of.edition(), of.holder(),
					of.until(), Optional.of(now.truncatedTo(ChronoUnit.SECONDS))));
			tell("ended the time of " + ended.holder + " for " + ended.year);
			assertThat(places(inOrder())).as("nothing submitted in trust is undone; %s", told).isEqualTo(before);
		}

		private String someGovernment() {
			return "G" + random.nextInt(3);
		}

		private static Set<Holder> ofDesk(Set<String> holders) {
			return holders.stream().map(Sequence::ofDesk).collect(Collectors.toSet());
		}

		private static Holder ofDesk(String holder) {
			return holder.startsWith("P") ? Holder.pledge(holder) : Holder.government(new UUID(0, holder.hashCode()));
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
			boolean reopens = !to.endOfGrace().isBefore(now.truncatedTo(ChronoUnit.SECONDS));
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
			if (closed == null || law.extended(closed.year().value(), now)) {
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
			if (running == null || law.extended(running.year().value(), now)
					|| law.pledges.stream().anyMatch(pledge -> pledge.call == running.year().value())) {
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
			if (open != null && open.lastInstant.isBefore(now.truncatedTo(ChronoUnit.SECONDS))) {
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
				if (pledge.call != PlainLaw.WAITS) {
					assertThat(inOrder().timeliness(ofDesk(pledge)).countsAsInTime())
						.as("%s is on time for %s after %s", pledge.name, pledge.call, told)
						.isEqualTo(law.onTime(pledge, law.find(pledge.call)));
				}
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
			return frozen.containsKey(pledge.name) ? Placement.in(new EditionYear(frozen.get(pledge.name)))
					: editions.place(ofDesk(pledge));
		}

		private static org.calltolocalaction.editions.Submission ofDesk(Submission pledge) {
			return new org.calltolocalaction.editions.Submission(
					pledge.call == PlainLaw.WAITS ? Optional.empty() : Optional.of(new EditionYear(pledge.call)),
					pledge.at, ofDesk(pledge.holders));
		}

		private PlacementPolicy inOrder() {
			int year = now.atOffset(ZoneOffset.UTC).getYear();
			boolean over = now.isAfter(Deadline.byDefault(new EditionYear(year)).instant());
			return new PlacementPolicy(known.values(), extensions.values(), new EditionYear(over ? year + 1 : year));
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
