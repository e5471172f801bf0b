package org.calltolocalaction.coordination.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.lists.ListKeys;
import org.calltolocalaction.coordination.lists.ListPledges;
import org.calltolocalaction.coordination.lists.PledgeLine;
import org.calltolocalaction.coordination.lists.Step;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.notifications.log.LoggedState;
import org.calltolocalaction.notifications.log.MailLogKeys;
import org.calltolocalaction.notifications.log.SearchMails;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is late and who has to move, at this moment: counts, and what waits longest. */
@Service
@Transactional(readOnly = true)
public class Overview {

	/** How many of those that wait are listed, the longest waiting first. */
	static final int MOST_LISTED = 10;

	private static final List<String> COUNTED = List.of(Counted.STEP, Counted.LOAD, Counted.DRAFT);

	private final ReadCounts counts;

	private final ReadDueCounts due;

	private final OverdueWork work;

	private final ListPledges pledges;

	private final GovernmentsThatWait governments;

	private final SearchMails mails;

	private final Editions editions;

	private final Clock clock;

	Overview(ReadCounts counts, ReadDueCounts due, OverdueWork work, ListPledges pledges,
			GovernmentsThatWait governments, SearchMails mails, Editions editions, Clock clock) {
		this.counts = counts;
		this.due = due;
		this.work = work;
		this.pledges = pledges;
		this.governments = governments;
		this.mails = mails;
		this.editions = editions;
		this.clock = clock;
	}

	/**
	 * @param running editions whose call was opened here and whose report is not
	 * published, newest first
	 * @param drafts begun and not submitted, of all governments
	 * @param decisions disagreements that wait for a coordinator, longest first
	 * @param partners who has open reviews, the latest first
	 * @param corrections pledges that wait for their government, longest first
	 * @param forTheNext pledges that wait for the next edition to be opened
	 * @param standings how many governments are not confirmed, by how they stand
	 * @param oldestRequest since when the request to join waits that waits longest
	 * @param failedMails mails that somebody has to look at
	 */
	public record Glance(List<Progress> running, List<Edition> editions, long drafts, Waits decisions,
			List<OverdueWork.Work> partners, Waits corrections, long forTheNext,
			Map<GovernmentStanding, Long> standings, Optional<Instant> oldestRequest, Figure failedMails) {

		/** Governments that wait for a coordinator. */
		public long unconfirmed() {
			return standings.getOrDefault(GovernmentStanding.UNCONFIRMED, 0L);
		}

		/** Governments that were asked something and have not answered. */
		public long asked() {
			return standings.getOrDefault(GovernmentStanding.ASKED, 0L);
		}

		/** The call of which another one cannot be opened beside. */
		public boolean callOpen() {
			return open().isPresent();
		}

		/** The edition whose call is open, in which drafts would be submitted. */
		public Optional<Edition> open() {
			return running.stream()
				.map(Progress::edition)
				.filter(edition -> edition.state() == EditionState.OPEN)
				.findFirst();
		}

	}

	/**
	 * How far an edition is.
	 *
	 * @param steps where its pledges are, without those that count for another one
	 * @param pledges how many these are
	 * @param missing those over which its report cannot be closed
	 */
	public record Progress(Edition edition, List<Figure> steps, long pledges, Figure missing, Figure overdue) {
	}

	/**
	 * A pledge and since when somebody is asked to move.
	 *
	 * @param due the planned day for confirming the contents of the report for which it
	 * counts; null where no such edition is planned yet
	 */
	public record Waiting(PledgeLine line, Instant since, @Nullable LocalDate due) {
	}

	/** Those that wait longest, and how many there are. */
	public record Waits(List<Waiting> first, long total) {
	}

	public Glance of(Person by) {
		by.requireOversight();
		pledges.catchUp();
		List<Edition> all = editions.newestFirst();
		List<Edition> unpublished = all.stream()
			.filter(edition -> !edition.state().toOpen() && edition.state() != EditionState.PUBLISHED)
			.toList();
		List<Integer> years = Stream
			.concat(Stream.of(ReadCounts.OF_THE_NEXT), all.stream().map(edition -> edition.year().value()))
			.toList();
		Map<Integer, Counted> counted = counts.of(years, COUNTED, LocalDate.EPOCH);
		Counted next = ReadCounts.of(counted, ReadCounts.OF_THE_NEXT);
		return new Glance(unpublished.stream().map(edition -> progress(edition, counted)).toList(), all,
				next.number(Counted.DRAFT), waiting(Step.DISAGREEMENT, counted, all, by),
				work.of(counted, clock.instant()), waiting(Step.CHANGES_REQUESTED, counted, all, by),
				next.number(steps(step -> step != Step.WITHDRAWN && step != Step.DECLINED)), governments.standings(by),
				governments.oldestRequest(by), figure("mails", mails.failed(by), MailLogKeys.of(LoggedState.FAILED)));
	}

	private Progress progress(Edition edition, Map<Integer, Counted> counted) {
		Counted here = ReadCounts.of(counted, edition.year().value());
		List<Figure> steps = steps(step -> step != Step.CARRIED_OVER).stream()
			.map(step -> figure(step.name(), here.number(List.of(step)), ListKeys.of(step)))
			.filter(figure -> figure.number() > 0)
			.toList();
		return new Progress(edition, steps, steps.stream().mapToLong(Figure::number).sum(),
				figure("missing", here.number(steps(Step::blocks)), ListKeys.blocksTheReport()),
				figure("overdue", due.overdue(edition.year(), clock.instant()), ListKeys.lateAtAnyPartner()));
	}

	private static List<Step> steps(Predicate<Step> which) {
		return Arrays.stream(Step.values()).filter(which).toList();
	}

	private static Figure figure(String name, long number, String search) {
		return new Figure(name, number, Optional.empty(), search);
	}

	private Waits waiting(Step step, Map<Integer, Counted> counted, List<Edition> all, Person by) {
		long total = counted.values().stream().mapToLong(each -> each.number(List.of(step))).sum();
		return new Waits(pledges.waitingLongest(PledgeState.valueOf(step.name()), MOST_LISTED, by)
			.stream()
			.map(line -> new Waiting(line, line.waitingSince().orElse(line.changedAt()), due(line, all)))
			.toList(), total);
	}

	private static @Nullable LocalDate due(PledgeLine line, List<Edition> all) {
		return all.stream()
			.filter(edition -> line.countsFor().filter(edition.year()::equals).isPresent())
			.map(Edition::contentsPlanned)
			.findFirst()
			.orElse(null);
	}

}
