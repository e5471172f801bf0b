package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.ActForecast.MailsForeseen;
import org.calltolocalaction.coordination.forecast.ActForecast.PlacementShift;
import org.calltolocalaction.coordination.forecast.ActForecast.TimerShift;
import org.calltolocalaction.coordination.forecast.ForeseenTimer;
import org.calltolocalaction.coordination.forecast.PlanActs;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.MoveDeadline;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.calendar.SetReviewCalendar;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two hundred acts of coordinators on editions of random deadlines, zones and calendars,
 * over pledges in every state: what the forecast said beforehand is exactly what then
 * happened to pledges, timers and mails.
 */
class ForecastsComeTrueTests extends LawTest {

	private static final int ACTS = 50;

	private static final List<String> ZONES = List.of("Etc/GMT+12", "UTC", "America/Bogota", "Europe/Madrid",
			"Pacific/Kiritimati", "Asia/Kathmandu");

	private static final Map<String, ForeseenTimer> TIMERS = Map.of("Timer_Deadline", ForeseenTimer.CLOSING,
			"Timer_NextReminder", ForeseenTimer.NEXT_REMINDER, "Timer_ReviewOverdue", ForeseenTimer.REVIEWS_DUE,
			"Timer_ReviewStillOverdue", ForeseenTimer.LEADS_TOLD, "Timer_ReviewEscalation",
			ForeseenTimer.COORDINATORS_TOLD, "Timer_ReviewCutOff", ForeseenTimer.CUT_OFF);

	/** What the acts themselves have written; what timers write falls due by itself. */
	private static final Set<MailKind> MAILS = Set.of(MailKind.DEADLINE_MOVED, MailKind.PLACE_CHANGED,
			MailKind.CARRIED_OVER, MailKind.PLACEMENT_RESTORED, MailKind.OUTSTANDING_REVIEWS, MailKind.LEFT_OUT,
			MailKind.CALL_CLOSED);

	@Autowired
	PlanActs plans;

	@Autowired
	MoveDeadline moveDeadline;

	@Autowired
	SetReviewCalendar setCalendar;

	private final List<PledgeReference> pledges = new ArrayList<>();

	private final List<String> told = new ArrayList<>();

	private final List<Person> members = new ArrayList<>();

	private Random random;

	private int acts;

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 5, 8, 21 })
	void what_was_foretold_is_what_happens_to_pledges_timers_and_mails(long seed) {
		random = new Random(seed);
		EditionYear first = story.noCallIsOpen();
		members.add(story.memberOf("Godoy Cruz"));
		members.add(story.memberOf("Quilmes"));
		story.colleagueOf(members.get(0));
		story.reviewer("UCLG", "Rosa");
		open(first.value());
		while (acts < ACTS) {
			clock.advance(Duration.ofHours(12 + random.nextInt(600)));
			openCall().ifPresent(open -> jobs.run(open.year()));
			settled();
			populate();
			List<Edition> movable = movable();
			if (movable.isEmpty()) {
				open(clock.instant().atOffset(ZoneOffset.UTC).getYear() + 1);
			}
			else {
				act(movable.get(random.nextInt(movable.size())));
			}
		}
	}

	private void act(Edition edition) {
		Act act = random.nextInt(3) == 0 ? calendar(edition) : move(edition);
		if (act == null) {
			return;
		}
		Observed before = observed();
		act.apply().run();
		Map<String, Map<ForeseenTimer, Instant>> timersThen = timers();
		jobs.run(edition.year());
		settled();
		Observed after = observed();
		acts++;
		assertThat(placementsBetween(before, after)).as("placements; %s", told)
			.containsExactlyInAnyOrderElementsOf(
					act.forecast().placements().stream().filter(shift -> pledges.contains(shift.reference())).toList());
		assertThat(timersBetween(before.timers(), timersThen)).as("timers; %s", told)
			.containsExactlyInAnyOrderElementsOf(act.forecast()
				.timers()
				.stream()
				.filter(shift -> before.timers().containsKey(shift.about()))
				.toList());
		assertThat(mailsBetween(before, after)).as("mails; %s", told)
			.containsExactlyInAnyOrderElementsOf(act.forecast().mails());
	}

	private record Act(ActForecast forecast, Runnable apply) {
	}

	private Act move(Edition edition) {
		ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
		Deadline to = Deadline.at(
				edition.deadline().zoned().plusHours(random.nextInt(3000) - 1500).withZoneSameInstant(zone),
				Duration.ofMinutes(random.nextInt(120)));
		boolean besideAnother = to.endOfGrace().isAfter(clock.instant())
				&& openCall().filter(open -> !open.year().equals(edition.year())).isPresent();
		if (besideAnother) {
			return null;
		}
		told.add("%s moves %s from %s to %s".formatted(clock.instant(), edition.year(), edition.deadline().instant(),
				to.instant()));
		return new Act(plans.movingDeadline(edition.year(), to, story.coordinator()),
				() -> moveDeadline.move(edition.year(), to, "The forum moved", story.coordinator()));
	}

	private Act calendar(Edition edition) {
		int cutOff = 1 + random.nextInt(90);
		LocalDate contents = edition.deadline().lastDay().plusDays(cutOff + 2L + random.nextInt(60));
		Set<LocalDate> off = IntStream.range(0, random.nextInt(4))
			.mapToObj(day -> edition.deadline().lastDay().minusDays(random.nextInt(60)))
			.collect(Collectors.toSet());
		ReviewCalendar calendar = new ReviewCalendar(1 + random.nextInt(30), cutOff, contents, off);
		told.add("%s sets the calendar of %s".formatted(clock.instant(), edition.year()));
		return new Act(plans.settingCalendar(edition.year(), calendar, story.coordinator()),
				() -> setCalendar.set(edition.year(), calendar, "Holidays", story.coordinator()));
	}

	/** One pledge more, in any of the states that it can have, or a draft. */
	private void populate() {
		if (pledges.size() > 14 || random.nextInt(3) == 0) {
			return;
		}
		Person member = members.get(random.nextInt(members.size()));
		if (random.nextInt(6) == 0) {
			story.aDraftBy(member);
			return;
		}
		PledgeReference reference = story.aPledgeUnderReviewBy(member);
		pledges.add(reference);
		switch (random.nextInt(5)) {
			case 0 -> story.allJudge(reference, "APPROVE");
			case 1 -> story.allJudge(reference, "REQUEST_CHANGES");
			case 2 -> story.judges("MMC", reference, "APPROVE");
			default -> {
				// It stays under review.
			}
		}
	}

	private void open(int year) {
		EditionYear wanted = new EditionYear(year);
		if (openCall().isPresent() || editions.find(wanted).filter(edition -> !edition.state().toOpen()).isPresent()) {
			clock.advance(Duration.ofDays(200));
			return;
		}
		Instant until = clock.instant().plus(Duration.ofDays(20 + random.nextInt(200)));
		Deadline deadline = new Deadline(until.atZone(Deadline.ANYWHERE_ON_EARTH).toLocalDateTime(),
				Deadline.ANYWHERE_ON_EARTH, Duration.ofMinutes(30));
		openEdition.open(wanted, Forum.named("A forum"), PARTNERS, deadline, story.coordinator());
		told.add("%s opened %s".formatted(clock.instant(), year));
		settled();
	}

	private record Observed(Map<PledgeReference, String> placements, Map<String, Map<ForeseenTimer, Instant>> timers,
			Map<MailsAbout, Integer> mails) {
	}

	private record MailsAbout(MailKind kind, String about) {
	}

	private Observed observed() {
		Map<PledgeReference, String> places = pledges.stream()
			.collect(Collectors.toMap(pledge -> pledge,
					pledge -> placements.countsFor(story.pledge(pledge)).toString()));
		Map<MailsAbout, Integer> written = new HashMap<>();
		jdbc.sql("select kind, about, count(*) as mails from mail group by kind, about").query(row -> {
			written.put(new MailsAbout(MailKind.valueOf(row.getString("kind")), row.getString("about")),
					row.getInt("mails"));
		});
		return new Observed(places, timers(), written);
	}

	private Map<String, Map<ForeseenTimer, Instant>> timers() {
		Stream<String> keys = Stream.concat(pledges.stream().map(PledgeReference::value),
				movable().stream().map(edition -> edition.year().businessKey()));
		Map<String, Map<ForeseenTimer, Instant>> all = new TreeMap<>();
		keys.forEach(key -> {
			Map<ForeseenTimer, Instant> due = new TreeMap<>();
			jobs.timers(key).forEach((id, at) -> {
				if (TIMERS.containsKey(id)) {
					due.put(TIMERS.get(id), at);
				}
			});
			all.put(key, due);
		});
		return all;
	}

	private static List<PlacementShift> placementsBetween(Observed before, Observed after) {
		return before.placements()
			.entrySet()
			.stream()
			.filter(place -> !place.getValue().equals(after.placements().get(place.getKey())))
			.map(place -> new PlacementShift(place.getKey().value(), place.getValue(),
					after.placements().get(place.getKey())))
			.toList();
	}

	private static List<TimerShift> timersBetween(Map<String, Map<ForeseenTimer, Instant>> before,
			Map<String, Map<ForeseenTimer, Instant>> after) {
		List<TimerShift> shifts = new ArrayList<>();
		before.forEach((about, timers) -> timers.forEach((timer, from) -> {
			Instant to = after.getOrDefault(about, Map.of()).get(timer);
			if (to != null && !to.equals(from)) {
				shifts.add(new TimerShift(about, timer, from, to));
			}
		}));
		return shifts;
	}

	private static List<MailsForeseen> mailsBetween(Observed before, Observed after) {
		return after.mails()
			.entrySet()
			.stream()
			.filter(written -> MAILS.contains(written.getKey().kind()))
			.map(written -> new MailsForeseen(written.getKey().kind(), written.getKey().about(),
					written.getValue() - before.mails().getOrDefault(written.getKey(), 0)))
			.filter(written -> written.recipients() > 0)
			.toList();
	}

	private void settled() {
		jobs.run(pledges.toArray());
	}

	private List<Edition> movable() {
		return editions.newestFirst()
			.stream()
			.filter(edition -> Set.of(EditionState.OPEN, EditionState.CLOSED).contains(edition.state()))
			.toList();
	}

	private Optional<Edition> openCall() {
		return editions.open();
	}

}
