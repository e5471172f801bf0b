package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.ActAsForeseen;
import org.calltolocalaction.coordination.ConfirmContents;
import org.calltolocalaction.coordination.ExtendCall;
import org.calltolocalaction.coordination.OpeningForecast;
import org.calltolocalaction.coordination.PartnerForecast;
import org.calltolocalaction.coordination.SetUpEdition;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.ActForecast.MailsForeseen;
import org.calltolocalaction.coordination.forecast.ActForecast.PlacementShift;
import org.calltolocalaction.coordination.forecast.ActForecast.TimerShift;
import org.calltolocalaction.coordination.forecast.CompareForecast;
import org.calltolocalaction.coordination.forecast.ForeseenAct;
import org.calltolocalaction.coordination.forecast.ForeseenTimer;
import org.calltolocalaction.coordination.forecast.Foretold;
import org.calltolocalaction.coordination.forecast.ForetoldActs;
import org.calltolocalaction.coordination.forecast.PlanActs;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionSetup;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.calendar.ReminderDays;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.editions.partner.PartnerAct;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.reports.correction.CorrectPlacement;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two hundred acts of coordinators of every kind, on editions of random deadlines, zones,
 * calendars, partners and extensions, over pledges in every state, some of them put
 * elsewhere by hand: what the forecast said beforehand is exactly what then happened to
 * pledges, timers and mails, and the page that compares the two says so.
 */
class ForecastsComeTrueTests extends LawTest {

	private static final int ACTS = 50;

	/** What is not possible now is not tried for ever. */
	private static final int TRIED = 8;

	private static final List<String> ZONES = List.of("Etc/GMT+12", "UTC", "America/Bogota", "Europe/Madrid",
			"Pacific/Kiritimati", "Asia/Kathmandu");

	private static final Map<String, ForeseenTimer> TIMERS = Map.of("Timer_Deadline", ForeseenTimer.CLOSING,
			"Timer_NextReminder", ForeseenTimer.NEXT_REMINDER, "Timer_ReviewOverdue", ForeseenTimer.REVIEWS_DUE,
			"Timer_ReviewStillOverdue", ForeseenTimer.LEADS_TOLD, "Timer_ReviewEscalation",
			ForeseenTimer.COORDINATORS_TOLD, "Timer_ReviewCutOff", ForeseenTimer.CUT_OFF, "Timer_ExtensionReminder",
			ForeseenTimer.EXTENSION_REMINDER);

	/** All at once: each process on its own would take the engine a question. */
	private static final String JOBS = """
			select %s from act_ru_execution way join act_ru_job job on job.process_instance_id_ = way.proc_inst_id_
			join act_ru_jobdef definition on definition.id_ = job.job_def_id_ where way.business_key_ = any (?)""";

	/** What the acts themselves have written; what timers write falls due by itself. */
	private static final Set<MailKind> MAILS = Set.of(MailKind.DEADLINE_MOVED, MailKind.PLACE_CHANGED,
			MailKind.CARRIED_OVER, MailKind.PLACEMENT_RESTORED, MailKind.OUTSTANDING_REVIEWS, MailKind.LEFT_OUT,
			MailKind.CALL_CLOSED, MailKind.OPENING_TAKEN_BACK, MailKind.EXTENDED, MailKind.EXTENSION_ENDED,
			MailKind.PARTNER_ADDED, MailKind.PARTNER_RELEASED, MailKind.INCLUDED);

	@Autowired
	PlanActs plans;

	@Autowired
	ActAsForeseen acts;

	@Autowired
	SetUpEdition setUp;

	@Autowired
	ExtendCall extend;

	@Autowired
	ConfirmContents confirm;

	@Autowired
	PartnerForecast partnerForecast;

	@Autowired
	ForetoldActs foretold;

	@Autowired
	CompareForecast compare;

	@Autowired
	Extensions extensions;

	@Autowired
	Governments governments;

	@Autowired
	Reviews reviews;

	@Autowired
	WithdrawPledge withdraw;

	@Autowired
	CorrectPlacement correct;

	/** Submitted pledges, and who submitted each. */
	private final Map<PledgeReference, Person> pledges = new LinkedHashMap<>();

	private final Map<ForeseenAct, Integer> done = new EnumMap<>(ForeseenAct.class);

	private final List<Extension> granted = new ArrayList<>();

	private final List<String> told = new ArrayList<>();

	private final List<Person> members = new ArrayList<>();

	private Person coordinator;

	private Random random;

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 5, 8, 21 })
	void what_was_foretold_is_what_happens_to_pledges_timers_and_mails(long seed) {
		random = new Random(seed);
		EditionYear first = story.noCallIsOpen();
		coordinator = story.coordinator();
		members.add(story.memberOf("Godoy Cruz"));
		members.add(story.memberOf("Quilmes"));
		members.add(story.unconfirmedMemberOf("Rosario"));
		story.colleagueOf(members.get(0));
		story.reviewer("UCLG", "Rosa");
		act(opened(first.value()));
		while (done.values().stream().mapToInt(Integer::intValue).sum() < ACTS) {
			clock.advance(Duration.ofHours(12 + random.nextInt(600)));
			openCall().ifPresent(open -> jobs.run(open.year()));
			settled();
			populate();
			putElsewhere();
			clock.advance(Duration.ofSeconds(1));
			Stream.generate(this::any).limit(TRIED).flatMap(Optional::stream).findFirst().ifPresent(this::act);
		}
		assertThat(done.keySet()).contains(ForeseenAct.OPEN_CALL, ForeseenAct.MOVE_DEADLINE,
				ForeseenAct.SET_REVIEW_CALENDAR);
	}

	/**
	 * An act that is about to be done.
	 *
	 * @param apply does it where it is as the coordinator has read, and says whether
	 */
	private record Act(ActForecast forecast, BooleanSupplier apply) {

		/** What the reviews that there are decide is not the coordinator's. */
		private boolean decides(String about) {
			return forecast.reviews().stream().anyMatch(review -> review.endsRound() && review.pledge().equals(about));
		}

	}

	private void act(Act act) {
		ActForecast forecast = act.forecast();
		told.add(clock.instant() + " " + forecast.act() + " " + forecast.edition());
		Observed before = observed();
		assertThat(act.apply().getAsBoolean()).as("done as foretold; %s", told).isTrue();
		Map<String, Map<ForeseenTimer, Instant>> timersThen = timers();
		jobs.run(forecast.year());
		settled();
		Observed after = observed();
		done.merge(forecast.act(), 1, Integer::sum);
		assertThat(placementsBetween(before, after)).as("placements; %s", told)
			.containsExactlyInAnyOrderElementsOf(
					forecast.placements().stream().filter(shift -> pledges.containsKey(shift.reference())).toList());
		// The rounds of a partner that is released end pledge by pledge.
		boolean later = forecast.act() == ForeseenAct.RELEASE_PARTNER;
		assertThat(timersBetween(before.timers(), later ? after.timers() : timersThen)).as("timers; %s", told)
			.containsExactlyInAnyOrderElementsOf(forecast.timers());
		assertThat(mailsBetween(before, after)).as("mails; %s", told)
			.filteredOn(mails -> !act.decides(mails.about()))
			.containsExactlyInAnyOrderElementsOf(forecast.mails());
		Foretold kept = foretold.on(forecast.year(), coordinator).get(0);
		assertThat(kept.forecast()).isEqualTo(forecast);
		assertThat(compare.of(forecast.year(), kept.id(), coordinator)).as("compared; %s", told)
			.matches(CompareForecast.Comparison::asForetold);
	}

	private Optional<Act> any() {
		List<Edition> movable = in(EditionState.OPEN, EditionState.CLOSED);
		if (movable.isEmpty()) {
			return Optional.of(opened(thisYear() + 1));
		}
		Edition edition = movable.get(random.nextInt(movable.size()));
		return switch (random.nextInt(14)) {
			case 0, 1 ->
				openCall().isPresent() ? Optional.empty() : Optional.of(opened(thisYear() + random.nextInt(3)));
			case 2 -> takenBack(movable);
			case 3, 4 -> extended(edition);
			case 5 -> ended(edition);
			case 6 -> added(edition);
			case 7 -> released(edition);
			case 8 -> confirmed();
			case 9 -> approved();
			case 10, 11 -> Optional.of(calendar(edition));
			default -> moved(edition);
		};
	}

	private Act opened(int from) {
		int year = from;
		while (editions.find(new EditionYear(year)).filter(edition -> !edition.state().toOpen()).isPresent()) {
			year++;
		}
		EditionYear wanted = new EditionYear(year);
		Instant until = clock.instant().plus(Duration.ofDays(20 + random.nextInt(200)));
		Deadline deadline = new Deadline(until.atZone(Deadline.ANYWHERE_ON_EARTH).toLocalDateTime(),
				Deadline.ANYWHERE_ON_EARTH, Duration.ofMinutes(30));
		EditionSetup usual = EditionSetup.usual(Forum.named("A forum"), PARTNERS, deadline);
		EditionSetup setup = new EditionSetup(usual.forum(), usual.partners(), deadline, usual.signOff(),
				ReminderDays.of(List.of(3 + random.nextInt(40), 2)),
				random.nextBoolean() ? randomCalendar(deadline) : usual.reviewCalendar(), usual.criteria());
		OpeningForecast.Forecast forecast = openingForecast.of(wanted, setup, coordinator);
		return new Act(forecast.plan(), () -> setUp.open(wanted, setup, "Its year", forecast.fingerprint(),
				coordinator) instanceof SetUpEdition.Opened);
	}

	private Optional<Act> takenBack(List<Edition> running) {
		return running.stream().filter(takeBackCall::possible).findFirst().map(edition -> {
			ActForecast plan = takeBackCall.forecast(edition.year(), coordinator).plan();
			return new Act(plan,
					() -> takeBackCall.takeBack(edition.year(), "The wrong year", plan.fingerprint(), coordinator));
		});
	}

	private Optional<Act> moved(Edition edition) {
		ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
		Deadline to = Deadline.at(
				edition.deadline().zoned().plusHours(random.nextInt(3000) - 1500).withZoneSameInstant(zone),
				Duration.ofMinutes(random.nextInt(120)));
		boolean besideAnother = to.endOfGrace().isAfter(clock.instant())
				&& openCall().filter(open -> !open.year().equals(edition.year())).isPresent();
		ActForecast plan = plans.movingDeadline(edition.year(), to, coordinator);
		return besideAnother ? Optional.empty() : Optional.of(new Act(plan, () -> acts.moveDeadline(edition.year(), to,
				"The forum moved", plan.fingerprint(), coordinator) == ActAsForeseen.Answer.DONE));
	}

	private Act calendar(Edition edition) {
		ReviewCalendar calendar = randomCalendar(edition.deadline());
		ActForecast plan = plans.settingCalendar(edition.year(), calendar, coordinator);
		return new Act(plan, () -> acts.setReviewCalendar(edition.year(), calendar, "Holidays", plan.fingerprint(),
				coordinator) == ActAsForeseen.Answer.DONE);
	}

	private ReviewCalendar randomCalendar(Deadline deadline) {
		int cutOff = 1 + random.nextInt(90);
		LocalDate contents = deadline.lastDay().plusDays(cutOff + 2L + random.nextInt(60));
		Set<LocalDate> off = IntStream.range(0, random.nextInt(4))
			.mapToObj(day -> deadline.lastDay().minusDays(random.nextInt(60)))
			.collect(Collectors.toSet());
		return new ReviewCalendar(1 + random.nextInt(30), cutOff, contents, off);
	}

	private Optional<Act> extended(Edition edition) {
		Person member = members.get(random.nextInt(members.size()));
		Holder holder = random.nextBoolean() ? Holder.pledge(story.aDraftBy(member).value())
				: Holder.government(governments.actedForBy(member.id()).orElseThrow().id().value());
		Extension extension = Extension.granted(edition.year(), holder,
				Deadline.at(clock.instant().plus(Duration.ofHours(10 + random.nextInt(900))).atZone(ZoneOffset.UTC),
						Duration.ZERO));
		try {
			ExtendCall.Forecast forecast = extend.ifGranted(extension, coordinator);
			return Optional.of(new Act(forecast.plan(), () -> {
				granted.add(extension);
				return extend.grant(extension, "A storm", forecast.fingerprint(), coordinator);
			}));
		}
		catch (Refused noMoreTimeThanThereIs) {
			return Optional.empty();
		}
	}

	private Optional<Act> ended(Edition edition) {
		return extensions.running(edition.year(), clock.instant()).stream().findFirst().map(running -> {
			ExtendCall.Forecast forecast = extend.ifEnded(running.extension(), coordinator);
			return new Act(forecast.plan(),
					() -> extend.end(running.extension(), "A mistake", forecast.fingerprint(), coordinator));
		});
	}

	private Optional<Act> added(Edition edition) {
		return PARTNERS.stream()
			.filter(partner -> !edition.partners().contains(partner))
			.findFirst()
			.map(partner -> partner(edition, partner, PartnerAct.ADDED));
	}

	private Optional<Act> released(Edition edition) {
		return edition.partners().size() == 1 ? Optional.empty()
				: edition.partners()
					.stream()
					.skip(random.nextInt(edition.partners().size()))
					.findFirst()
					.map(partner -> partner(edition, partner, PartnerAct.RELEASED));
	}

	private Act partner(Edition edition, PartnerCode partner, PartnerAct act) {
		ActForecast plan = partnerForecast.of(edition.year(), partner, act, coordinator).forecast();
		return new Act(plan, () -> acts.changePartners(edition.year(), partner, act, "Other work", plan.fingerprint(),
				coordinator) == ActAsForeseen.Answer.DONE);
	}

	/** What has no decision is withdrawn before. */
	private Optional<Act> confirmed() {
		Optional<Edition> closed = in(EditionState.CLOSED).stream()
			.filter(edition -> extensions.running(edition.year(), clock.instant()).isEmpty())
			.findFirst();
		return closed.map(edition -> {
			for (PledgeReference missing : confirm.forecast(edition.year(), coordinator).missing()) {
				withdraw.withdraw(missing, "", pledges.remove(missing));
				jobs.run(missing);
			}
			clock.advance(Duration.ofSeconds(1));
			ConfirmContents.Forecast forecast = confirm.forecast(edition.year(), coordinator);
			return new Act(forecast.plan(), () -> confirm.confirm(edition.year(), "Every decision is there",
					forecast.fingerprint(), coordinator));
		});
	}

	private Optional<Act> approved() {
		return in(EditionState.FROZEN).stream().findFirst().map(edition -> {
			ActForecast plan = plans.approvingReport(edition.year(), coordinator);
			return new Act(plan, () -> acts.approveReport(edition.year(), "It was read", plan.fingerprint(),
					coordinator) == ActAsForeseen.Answer.DONE);
		});
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
		pledges.put(reference, member);
		switch (random.nextInt(5)) {
			case 0 -> judge(reference, "APPROVE", 3);
			case 1 -> judge(reference, "REQUEST_CHANGES", 3);
			case 2 -> judge(reference, "APPROVE", 1);
			default -> {
				// It stays under review.
			}
		}
	}

	/** As many partners as that, if there are so many. */
	private void judge(PledgeReference reference, String recommendation, int partners) {
		reviews.of(reference)
			.stream()
			.filter(Review::open)
			.limit(partners)
			.forEach(review -> story.judges(review.partner().value(), reference, recommendation));
		jobs.run(reference);
	}

	/** Now and then a coordinator puts a pledge into another report. */
	private void putElsewhere() {
		if (random.nextInt(4) > 0) {
			return;
		}
		EditionYear next = new EditionYear(thisYear() + 1 + random.nextInt(2));
		if (random.nextInt(3) == 0 && editions.find(next).isEmpty()) {
			openEdition.plan(next, coordinator);
			settled();
		}
		pledges.keySet()
			.stream()
			.flatMap(pledge -> correct.choice(pledge, coordinator).stream())
			.filter(choice -> !choice.possible().isEmpty())
			.findFirst()
			.ifPresent(choice -> {
				correct.move(choice.reference(), choice.from(), choice.possible().get(0), "For that year", coordinator);
				settled();
			});
	}

	private int thisYear() {
		return clock.instant().atOffset(ZoneOffset.UTC).getYear();
	}

	private record Observed(Map<PledgeReference, String> placements, Map<String, Map<ForeseenTimer, Instant>> timers,
			Map<MailsAbout, Integer> mails) {
	}

	private record MailsAbout(MailKind kind, String about) {
	}

	private Observed observed() {
		Map<PledgeReference, String> places = pledges.keySet()
			.stream()
			.collect(Collectors.toMap(pledge -> pledge,
					pledge -> placements.countsFor(story.pledge(pledge)).toString()));
		Map<MailsAbout, Integer> written = new HashMap<>();
		jdbc.sql("select kind, about, count(*) as mails from mail group by kind, about").query(row -> {
			written.put(new MailsAbout(MailKind.valueOf(row.getString("kind")), row.getString("about")),
					row.getInt("mails"));
		});
		return new Observed(places, timers(), written);
	}

	/** By the keys of the processes that wait for them. */
	private Map<String, Map<ForeseenTimer, Instant>> timers() {
		Map<String, Map<ForeseenTimer, Instant>> all = new TreeMap<>();
		jdbc.sql(JOBS.formatted("way.business_key_, definition.act_id_, job.duedate_")
				+ " and definition.act_id_ = any (?)")
			.params(processes(), TIMERS.keySet().toArray(String[]::new))
			.query(row -> {
				all.computeIfAbsent(row.getString(1), key -> new TreeMap<>())
					.put(TIMERS.get(row.getString(2)), row.getTimestamp(3).toInstant());
			});
		return all;
	}

	private String[] processes() {
		return Stream
			.of(pledges.keySet().stream(),
					in(EditionState.OPEN, EditionState.CLOSED).stream().map(edition -> edition.year().businessKey()),
					granted.stream().map(Extension::id))
			.flatMap(keys -> keys)
			.map(Object::toString)
			.toArray(String[]::new);
	}

	/** What a process's timers are about. */
	private String about(String key) {
		return granted.stream()
			.filter(extension -> extension.id().toString().equals(key))
			.map(extension -> extension.holder().isPledge() ? extension.holder().id()
					: extension.edition().businessKey())
			.findFirst()
			.orElse(key);
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

	private List<TimerShift> timersBetween(Map<String, Map<ForeseenTimer, Instant>> before,
			Map<String, Map<ForeseenTimer, Instant>> after) {
		List<TimerShift> shifts = new ArrayList<>();
		Stream.concat(before.keySet().stream(), after.keySet().stream()).distinct().forEach(key -> {
			for (ForeseenTimer timer : ForeseenTimer.values()) {
				Instant from = before.getOrDefault(key, Map.of()).get(timer);
				Instant to = after.getOrDefault(key, Map.of()).get(timer);
				// A closed call whose deadline moves within the past closes once more at
				// once.
				boolean atOnce = from == null && to != null && !to.isAfter(clock.instant());
				if (!Objects.equals(from, to) && !atOnce) {
					shifts.add(new TimerShift(about(key), timer, from, to));
				}
			}
		});
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

	/** Whatever is due in the processes of the pledges and extensions has been done. */
	private void settled() {
		Object[] due = due();
		while (due.length > 0) {
			jobs.run(due);
			due = due();
		}
	}

	private Object[] due() {
		return jdbc
			.sql(JOBS.formatted("distinct way.business_key_") + " and (job.duedate_ is null or job.duedate_ <= ?)")
			.params(Stream.concat(pledges.keySet().stream(), granted.stream().map(Extension::id))
				.map(Object::toString)
				.toArray(String[]::new), Timestamp.from(clock.instant()))
			.query(String.class)
			.list()
			.toArray();
	}

	private List<Edition> in(EditionState... states) {
		return editions.newestFirst().stream().filter(edition -> List.of(states).contains(edition.state())).toList();
	}

	private Optional<Edition> openCall() {
		return editions.open();
	}

}
