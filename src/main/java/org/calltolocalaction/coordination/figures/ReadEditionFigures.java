package org.calltolocalaction.coordination.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.figures.EditionFigures.Before;
import org.calltolocalaction.coordination.figures.EditionFigures.Day;
import org.calltolocalaction.coordination.figures.EditionFigures.PartnerFigures;
import org.calltolocalaction.coordination.figures.EditionFigures.SectionFigures;
import org.calltolocalaction.coordination.figures.ReadDueCounts.Due;
import org.calltolocalaction.coordination.lists.ListKeys;
import org.calltolocalaction.coordination.lists.ListPledges;
import org.calltolocalaction.coordination.lists.Step;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts an edition's figures together, from counts and never from its pledges. */
@Service
@Transactional(readOnly = true)
public class ReadEditionFigures {

	private static final List<Step> WAY = List.of(Step.UNDER_REVIEW, Step.ACCEPTED, Step.INCLUDED);

	/** Shown where there are any. */
	private static final Set<Step> SELDOM = Set.of(Step.REVIVED, Step.UNCONFIRMED);

	private static final List<Step> BESIDE = List.of(Step.UNCONFIRMED, Step.CHANGES_REQUESTED, Step.DISAGREEMENT,
			Step.DECLINED, Step.CARRIED_OVER, Step.WITHDRAWN, Step.REVIVED);

	private static final List<String> COUNTED = List.of(Counted.STEP, Counted.DAY, Counted.SECTION, Counted.LOAD,
			Counted.DAYS, Counted.DRAFT);

	private final ReadCounts counts;

	private final ReadDueCounts due;

	private final NotYetPledged notYet;

	private final ListPledges pledges;

	private final Editions editions;

	private final People people;

	private final JdbcClient jdbc;

	private final Clock clock;

	ReadEditionFigures(ReadCounts counts, ReadDueCounts due, NotYetPledged notYet, ListPledges pledges,
			Editions editions, People people, JdbcClient jdbc, Clock clock) {
		this.counts = counts;
		this.due = due;
		this.notYet = notYet;
		this.pledges = pledges;
		this.editions = editions;
		this.people = people;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public EditionFigures of(Edition edition, Person by) {
		by.requireOversight();
		pledges.catchUp();
		int year = edition.year().value();
		Optional<Before> before = before(edition);
		LocalDate then = before.map(Before::day).orElse(LocalDate.EPOCH);
		int last = before.map(earlier -> earlier.edition().value()).orElse(year);
		Map<Integer, Counted> counted = counts.of(List.of(year, last, ReadCounts.OF_THE_NEXT), COUNTED, then);
		boolean kept = before.isPresent() && counts.kept(then);
		Of of = new Of(ReadCounts.of(counted, year), ReadCounts.of(counted, last), before.isPresent(), kept);
		Counted drafts = ReadCounts.of(counted, ReadCounts.OF_THE_NEXT);
		Optional<Figure> open = Optional.of(new Figure("drafts", drafts.number(Counted.DRAFT),
				kept ? Optional.of(drafts.then(Counted.DRAFT)) : Optional.empty(), ""));
		return new EditionFigures(before, open.filter(any -> edition.state() == EditionState.OPEN), of.submitted(),
				WAY.stream().map(of::step).toList(),
				BESIDE.stream().filter(step -> !SELDOM.contains(step) || of.any(step)).map(of::step).toList(),
				of.steps("blocking", Step::blocks, ListKeys.blocksTheReport()),
				of.steps("missing", Step::wouldMiss, ListKeys.missesTheReport()),
				marked("in-no-report", "in_no_report", ListKeys.inNoReport(), year),
				marked("mail-failed", "mail_failed", ListKeys.mailFailed(), year), of.days(),
				partners(edition, of.now()), sections(edition.year(), of.now()));
	}

	/** What was counted now and then, as figures. */
	private record Of(Counted now, Counted last, boolean compared, boolean kept) {

		private Figure submitted() {
			return new Figure("submitted", now.number(Counted.DAY),
					compared ? Optional.of(last.then(Counted.DAY)) : Optional.empty(), "");
		}

		private boolean any(Step step) {
			return now.number(List.of(step)) > 0;
		}

		private Figure step(Step step) {
			return new Figure("step." + step.name(), now.number(List.of(step)), then(List.of(step)), ListKeys.of(step));
		}

		private Figure steps(String name, Predicate<Step> which, String search) {
			List<Step> steps = Arrays.stream(Step.values()).filter(which).toList();
			return new Figure(name, now.number(steps), then(steps), search);
		}

		private Optional<Long> then(Collection<Step> steps) {
			return kept ? Optional.of(last.then(steps)) : Optional.empty();
		}

		private List<Day> days() {
			return now.of(Counted.DAY)
				.stream()
				.map(row -> new Day(Counted.day(row), row.number(), ListKeys.submitted(Counted.day(row))))
				.toList();
		}

	}

	/** The last edition whose call was opened here, and its day like today. */
	private Optional<Before> before(Edition edition) {
		LocalDate today = LocalDate.now(clock.withZone(Deadline.ANYWHERE_ON_EARTH));
		long left = ChronoUnit.DAYS.between(today, lastDay(edition));
		return editions.newestFirst()
			.stream()
			.filter(earlier -> earlier.year().compareTo(edition.year()) < 0 && earlier.openedAt().isPresent()
					&& !earlier.state().toOpen())
			.findFirst()
			.map(earlier -> new Before(earlier.year(), lastDay(earlier).minusDays(left)));
	}

	private static LocalDate lastDay(Edition edition) {
		return LocalDate.ofInstant(edition.deadline().instant(), Deadline.ANYWHERE_ON_EARTH);
	}

	/** Of lines that are so seldom marked that each mark has an index. */
	private Figure marked(String name, String column, String search, int year) {
		long number = jdbc.sql("select count(*) from coordination_pledge where edition = ? and " + column)
			.param(year)
			.query(Long.class)
			.single();
		return new Figure(name, number, Optional.empty(), search);
	}

	private List<PartnerFigures> partners(Edition edition, Counted now) {
		Map<PartnerCode, List<Counted.Row>> load = byPartner(now.of(Counted.LOAD));
		Map<PartnerCode, List<Counted.Row>> days = byPartner(now.of(Counted.DAYS));
		Map<AccountId, Person> names = people.all(now.of(Counted.LOAD)
			.stream()
			.map(row -> row.after(':'))
			.filter(id -> !id.isEmpty())
			.map(id -> new AccountId(UUID.fromString(id)))
			.distinct()
			.toList());
		SortedSet<PartnerCode> all = new TreeSet<>(edition.partners());
		all.addAll(load.keySet());
		all.addAll(days.keySet());
		Map<PartnerCode, Due> late = due.of(List.of(edition.year().value()), all, clock.instant());
		return all.stream().map(partner -> {
			List<Counted.Row> has = load.getOrDefault(partner, List.of());
			Due when = late.getOrDefault(partner, Due.NOTHING);
			return new PartnerFigures(partner,
					figure("open", has.stream().mapToLong(Counted.Row::number).sum(), ListKeys.of(partner)),
					figure("soon", when.soon(), ListKeys.soon(partner)),
					figure("overdue", when.overdue(), ListKeys.late(partner)),
					median(days.getOrDefault(partner, List.of())), load(partner, has, names));
		}).toList();
	}

	private static Map<PartnerCode, List<Counted.Row>> byPartner(List<Counted.Row> rows) {
		return rows.stream().collect(Collectors.groupingBy(row -> new PartnerCode(row.before(':'))));
	}

	private static List<Figure> load(PartnerCode partner, List<Counted.Row> has, Map<AccountId, Person> names) {
		SortedMap<String, Long> byName = new TreeMap<>();
		for (Counted.Row row : has) {
			String id = row.after(':');
			String name = id.isEmpty() ? ""
					: Optional.ofNullable(names.get(new AccountId(UUID.fromString(id)))).map(Person::name).orElse(id);
			byName.merge(name, row.number(), Long::sum);
		}
		return byName.entrySet()
			.stream()
			.map(each -> figure(each.getKey(), each.getValue(), ListKeys.reviewer(partner, each.getKey())))
			.toList();
	}

	/** From how many reviews took how many days. */
	private static OptionalInt median(List<Counted.Row> rows) {
		SortedMap<Integer, Long> reviews = new TreeMap<>();
		rows.forEach(row -> reviews.merge(Integer.valueOf(row.after(':')), row.number(), Long::sum));
		long half = (reviews.values().stream().mapToLong(Long::longValue).sum() + 1) / 2;
		long passed = 0;
		for (Map.Entry<Integer, Long> days : reviews.entrySet()) {
			passed += days.getValue();
			if (passed >= half) {
				return OptionalInt.of(days.getKey());
			}
		}
		return OptionalInt.empty();
	}

	private List<SectionFigures> sections(EditionYear year, Counted now) {
		Map<String, Long> governments = notYet.bySection(year);
		Map<String, Long> here = now.of(Counted.SECTION)
			.stream()
			.collect(Collectors.toMap(Counted.Row::key, Counted.Row::number));
		return Stream.concat(governments.keySet().stream(), here.keySet().stream())
			.distinct()
			.sorted()
			.map(section -> new SectionFigures(section,
					figure("pledges", here.getOrDefault(section, 0L), ListKeys.section(section)),
					governments.getOrDefault(section, 0L)))
			.toList();
	}

	private static Figure figure(String name, long number, String search) {
		return new Figure(name, number, Optional.empty(), search);
	}

}
