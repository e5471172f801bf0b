package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.ConfirmContents;
import org.calltolocalaction.coordination.DeadlinePreview;
import org.calltolocalaction.coordination.ExtendCall;
import org.calltolocalaction.coordination.OpeningForecast;
import org.calltolocalaction.coordination.forecast.ActForecast.PlacementShift;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionSetup;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.PlainLaw;
import org.calltolocalaction.editions.PlainLaw.MoreTime;
import org.calltolocalaction.editions.PlainLaw.Submission;
import org.calltolocalaction.editions.PlainLaw.Year;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.reports.Inclusion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Sequences of editions and of more time for some through the use cases, on the real
 * processes and the real database: after every step each pledge stands where the plain
 * law says, in one report or none, and every forecast was what then came.
 */
class LawInSequencesTests extends LawTest {

	private static final int STEPS = 16;

	@Autowired
	ConfirmContents confirm;

	@Autowired
	ExtendCall extend;

	@Autowired
	Governments governments;

	private final PlainLaw law = new PlainLaw();

	private final Map<Submission, PledgeReference> references = new LinkedHashMap<>();

	private final Map<MoreTime, Extension> extensions = new LinkedHashMap<>();

	private final List<String> told = new ArrayList<>();

	private Random random;

	private List<Person> members;

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 11, 31, 64 })
	void every_pledge_stands_where_the_plain_law_says_after_every_step(long seed) {
		random = new Random(seed);
		EditionYear first = story.noCallIsOpen();
		members = List.of(story.memberOf("Godoy Cruz"), story.memberOf("Kampala"));
		submit();
		open(first.value());
		submit();
		for (int step = 0; step < STEPS; step++) {
			clock.advance(Duration.ofHours(24 + random.nextInt(1400)));
			closeWhatIsOver();
			switch (random.nextInt(11)) {
				case 0, 1, 2 -> submit();
				case 3, 4 -> open(aYear());
				case 5 -> move();
				case 6 -> freeze();
				case 7, 8 -> moreTime();
				case 9 -> endTime();
				default -> planOrTakeBack();
			}
			check();
		}
	}

	private void submit() {
		Person member = members.get(random.nextInt(members.size()));
		PledgeReference reference = story.aPledgeUnderReviewBy(member);
		Submission pledge = law.submits("P" + references.size(),
				story.pledge(reference).firstSubmittedAt().orElseThrow(),
				Set.of(reference.value(), holder(member).id()));
		references.put(pledge, reference);
		pledge.decided = random.nextInt(3) > 0;
		if (pledge.decided) {
			story.allJudge(reference, "APPROVE");
		}
		else {
			story.allJudge(reference, "REQUEST_CHANGES");
		}
		told.add("submitted " + pledge.name + " " + reference + " to " + pledge.call);
	}

	private void open(int year) {
		Optional<Edition> present = editions.find(new EditionYear(year));
		if (law.open() != null || present.filter(edition -> !edition.state().toOpen()).isPresent()) {
			return;
		}
		Instant until = clock.instant().plus(Duration.ofDays(20 + random.nextInt(200)));
		Deadline deadline = new Deadline(until.atZone(Deadline.ANYWHERE_ON_EARTH).toLocalDateTime(),
				Deadline.ANYWHERE_ON_EARTH, Duration.ofMinutes(30));
		Map<PledgeReference, Integer> before = placed();
		OpeningForecast.Forecast forecast = openingForecast.of(new EditionYear(year),
				EditionSetup.usual(Forum.named("A forum"), PARTNERS, deadline), story.coordinator());
		openEdition.open(new EditionYear(year), Forum.named("A forum"), PARTNERS, deadline, "Its year",
				story.coordinator());
		law.opens(year, deadline.endOfGrace());
		told.add("opened " + year);
		settled();
		assertThat(changedSince(before)).as("foretold; %s", told)
			.containsExactlyInAnyOrderElementsOf(
					ofThisSequence(forecast.plan().placements().stream().map(PlacementShift::reference)));
	}

	/** Pledges of other tests wait for the next edition, too. */
	private List<PledgeReference> ofThisSequence(Stream<PledgeReference> foretold) {
		return foretold.filter(references::containsValue).toList();
	}

	private void move() {
		List<Edition> movable = ours(EditionState.OPEN, EditionState.CLOSED);
		if (movable.isEmpty()) {
			return;
		}
		Edition edition = movable.get(random.nextInt(movable.size()));
		Deadline present = edition.deadline();
		Deadline to = Deadline.at(present.zoned().plusHours(random.nextInt(3000) - 1500), present.grace());
		if (to.endOfGrace().isAfter(clock.instant()) && law.open() != null
				&& law.open().year != edition.year().value()) {
			return;
		}
		Map<PledgeReference, Integer> before = placed();
		DeadlinePreview.Preview preview = deadlinePreview.of(edition.year(), to, story.coordinator());
		story.moveDeadline(edition.year(), to.instant());
		law.moves(edition.year().value(), to.endOfGrace(), clock.instant());
		told.add("moved " + edition.year() + " to " + to.instant());
		jobs.run(edition.year());
		settled();
		assertThat(changedSince(before)).as("foretold; %s", told)
			.containsExactlyInAnyOrderElementsOf(
					ofThisSequence(preview.changesEdition().first().stream().map(change -> change.line().reference())));
	}

	/** For a government, or for one pledge that came too late. */
	private void moreTime() {
		List<Edition> extended = ours(EditionState.OPEN, EditionState.CLOSED);
		if (extended.isEmpty()) {
			return;
		}
		Edition edition = extended.get(random.nextInt(extended.size()));
		List<PledgeReference> late = law.pledges.stream()
			.filter(pledge -> !law.onTime(pledge, law.find(edition.year().value()))
					&& pledge.frozenIn == PlainLaw.WAITS)
			.map(references::get)
			.toList();
		Holder holder = late.isEmpty() || random.nextBoolean() ? holder(members.get(random.nextInt(members.size())))
				: Holder.pledge(late.get(random.nextInt(late.size())).value());
		Deadline until = Deadline.at(
				clock.instant().plus(Duration.ofHours(random.nextInt(4000))).atZone(Deadline.ANYWHERE_ON_EARTH),
				Duration.ZERO);
		if (!law.canExtend(edition.year().value(), holder.id(), until.instant(), clock.instant())) {
			return;
		}
		Extension granted = Extension.granted(edition.year(), holder, until);
		Map<PledgeReference, Integer> before = placed();
		ExtendCall.Forecast forecast = extend.ifGranted(granted, story.coordinator());
		assertThat(extend.grant(granted, "A storm", forecast.fingerprint(), story.coordinator())).isTrue();
		extensions.put(law.extend(edition.year().value(), holder.id(), until.instant()), granted);
		told.add("gave " + holder + " until " + until.instant() + " for " + edition.year());
		settled();
		assertThat(changedSince(before)).as("foretold; %s", told)
			.containsExactlyInAnyOrderElementsOf(ofThisSequence(forecast.moved().stream()));
	}

	/** What was submitted in trust stays where it is. */
	private void endTime() {
		List<MoreTime> running = extensions.keySet().stream().filter(one -> law.runs(one, clock.instant())).toList();
		if (running.isEmpty()) {
			return;
		}
		MoreTime ended = running.get(random.nextInt(running.size()));
		Map<PledgeReference, Integer> before = placed();
		Extension extension = extensions.get(ended);
		assertThat(extend.end(extension, "A mistake", extend.ifEnded(extension, story.coordinator()).fingerprint(),
				story.coordinator()))
			.isTrue();
		law.ends(ended, clock.instant());
		told.add("ended the time of " + ended.holder + " for " + ended.year);
		settled();
		assertThat(changedSince(before)).as("ended; %s", told).isEmpty();
	}

	private Holder holder(Person member) {
		return Holder.government(governments.actedForBy(member.id()).orElseThrow().id().value());
	}

	private void freeze() {
		List<Edition> closed = ours(EditionState.CLOSED).stream()
			.filter(edition -> !law.extended(edition.year().value(), clock.instant()))
			.toList();
		if (!closed.isEmpty()) {
			EditionYear year = closed.get(random.nextInt(closed.size())).year();
			confirm.confirm(year, "Every decision is there", confirm.forecast(year, story.coordinator()).fingerprint(),
					story.coordinator());
			jobs.run(year);
			law.freezes(year.value());
			told.add("froze " + year);
		}
	}

	private void planOrTakeBack() {
		List<Edition> running = ours(EditionState.OPEN, EditionState.CLOSED).stream()
			.filter(edition -> !law.extended(edition.year().value(), clock.instant())
					&& law.pledges.stream().noneMatch(pledge -> pledge.call == edition.year().value()))
			.toList();
		if (running.isEmpty()) {
			plan(aYear());
			return;
		}
		EditionYear year = running.get(0).year();
		takesBack(year);
		law.takesBack(year.value());
		told.add("took back " + year);
		settled();
	}

	private void plan(int year) {
		Year known = law.find(year);
		if (known == null || known.is.equals("given up")) {
			openEdition.plan(new EditionYear(year), story.coordinator());
			law.plans(year);
			told.add("planned " + year);
			settled();
		}
	}

	private void closeWhatIsOver() {
		Year open = law.open();
		if (open != null && open.lastInstant.isBefore(clock.instant())) {
			jobs.run(open.year);
			law.closes(open.year);
			told.add("closed " + open.year);
		}
	}

	/** Whatever is to be placed anew has been. */
	private void settled() {
		jobs.run(references.values().toArray());
	}

	private void check() {
		settled();
		references.forEach((pledge, reference) -> {
			int expected = law.placeOf(pledge);
			assertThat(placeOf(reference)).as("%s %s after %s", pledge.name, reference, told).isEqualTo(expected);
			Optional<Integer> report = inclusions.find(reference).map(Inclusion::edition).map(EditionYear::value);
			assertThat(report).as("report of %s after %s", pledge.name, told)
				.isEqualTo(pledge.decided && expected != PlainLaw.WAITS ? Optional.of(expected) : Optional.empty());
			assertThat(story.pledge(reference).state()).as("%s after %s", pledge.name, told)
				.isEqualTo(!pledge.decided ? PledgeState.CHANGES_REQUESTED
						: expected == PlainLaw.WAITS ? PledgeState.ACCEPTED : PledgeState.INCLUDED);
			assertThat(entriesOf(reference)).as("entries of %s after %s", pledge.name, told)
				.isEqualTo(report.isPresent() ? List.of(report.get()) : List.of());
		});
	}

	private List<Integer> entriesOf(PledgeReference reference) {
		return jdbc.sql("select edition_year from report_entry where reference = ?")
			.param(reference.value())
			.query(Integer.class)
			.list();
	}

	private Map<PledgeReference, Integer> placed() {
		return references.values().stream().collect(Collectors.toMap(reference -> reference, this::placeOf));
	}

	private Set<PledgeReference> changedSince(Map<PledgeReference, Integer> before) {
		Set<PledgeReference> changed = new TreeSet<>();
		before.forEach((reference, place) -> {
			if (placeOf(reference) != place) {
				changed.add(reference);
			}
		});
		return changed;
	}

	private int placeOf(PledgeReference reference) {
		return placements.countsFor(story.pledge(reference)).edition().map(EditionYear::value).orElse(PlainLaw.WAITS);
	}

	/** Other tests' editions are published by now. */
	private List<Edition> ours(EditionState... states) {
		return editions.newestFirst().stream().filter(edition -> List.of(states).contains(edition.state())).toList();
	}

	private int aYear() {
		return clock.instant().atOffset(ZoneOffset.UTC).getYear() + random.nextInt(3);
	}

}
