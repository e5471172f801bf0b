package org.calltolocalaction.coordination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.OpenWork;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is late and who has to move, at this moment. */
@Service
@Transactional(readOnly = true)
public class Overview {

	/** How many of those that wait are listed, the longest waiting first. */
	static final int MOST_LISTED = 50;

	private final Standings standings;

	private final PledgeRows lines;

	private final OpeningForecast opening;

	private final Pledges pledges;

	private final Reviews reviews;

	private final Editions editions;

	private final AuditTrail trail;

	private final Clock clock;

	Overview(Standings standings, PledgeRows lines, OpeningForecast opening, Pledges pledges, Reviews reviews,
			Editions editions, AuditTrail trail, Clock clock) {
		this.standings = standings;
		this.lines = lines;
		this.opening = opening;
		this.pledges = pledges;
		this.reviews = reviews;
		this.editions = editions;
		this.trail = trail;
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
	 */
	public record Glance(List<Progress> running, List<Edition> editions, long drafts, Waits decisions,
			List<PartnerWork> partners, Waits corrections, long forTheNext) {

		/** The call of which another one cannot be opened beside. */
		public boolean callOpen() {
			return running.stream().anyMatch(progress -> progress.edition().state() == EditionState.OPEN);
		}

	}

	/** How far an edition is. */
	public record Progress(Edition edition, Map<PledgeState, Long> states, long pledges, long missing) {
	}

	/**
	 * A pledge and since when somebody is asked to move.
	 *
	 * @param due the planned day for confirming the contents of the report for which it
	 * counts; null where no such edition is planned yet
	 */
	public record Waiting(PledgeRow line, Instant since, @Nullable LocalDate due) {
	}

	/** Those that wait longest, and how many there are. */
	public record Waits(List<Waiting> first, int total) {
	}

	/** A partner's open reviews, and those of them that are overdue longest. */
	public record PartnerWork(OpenWork work, List<Review> overdueFirst) {
	}

	public Glance of(Person by) {
		by.requireCoordinator();
		List<Edition> all = editions.newestFirst();
		List<Edition> unpublished = all.stream()
			.filter(edition -> !edition.state().toOpen() && edition.state() != EditionState.PUBLISHED)
			.toList();
		List<Progress> running = unpublished.stream().map(this::progress).toList();
		return new Glance(running, all, pledges.countByState(PledgeState.DRAFT),
				waiting(PledgeState.DISAGREEMENT, "pledge.disagreement", all), work(),
				waiting(PledgeState.CHANGES_REQUESTED, "pledge.changes-requested", all), opening.waiting(by));
	}

	private Progress progress(Edition edition) {
		List<Standing> counting = standings.of(edition.year())
			.stream()
			.filter(pledge -> pledge.countsFor().is(edition.year()))
			.toList();
		Map<PledgeState, Long> states = counting.stream()
			.collect(Collectors.groupingBy(Standing::state, TreeMap::new, Collectors.counting()));
		return new Progress(edition, states, counting.size(),
				counting.stream().filter(pledge -> pledge.holdsUp(edition.year())).count());
	}

	private List<PartnerWork> work() {
		return reviews.openWork(clock.instant())
			.stream()
			.map(work -> new PartnerWork(work,
					work.overdue() == 0 ? List.of()
							: reviews.earliestDue(work.partner().value(),
									Limit.of((int) Math.min(work.overdue(), MOST_LISTED)))))
			.toList();
	}

	// The trail knows when the pledge came to where it waits now; its last such entry is
	// the present one.
	private Waits waiting(PledgeState state, String kind, List<Edition> editions) {
		List<Standing> all = standings.in(state);
		Map<PledgeReference, Instant> latest = trail.latest(kind, all.stream().map(Standing::reference).toList());
		Map<PledgeReference, Instant> since = all.stream()
			.collect(Collectors.toMap(Standing::reference,
					pledge -> latest.getOrDefault(pledge.reference(), pledge.changedAt())));
		List<PledgeReference> first = since.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue())
			.limit(MOST_LISTED)
			.map(Map.Entry::getKey)
			.toList();
		return new Waits(lines.of(first)
			.stream()
			.map(line -> new Waiting(line, Objects.requireNonNull(since.get(line.reference()), "It was asked for"),
					due(line, editions)))
			.toList(), all.size());
	}

	private static @Nullable LocalDate due(PledgeRow line, List<Edition> editions) {
		return editions.stream()
			.filter(edition -> line.countsFor().is(edition.year()))
			.map(Edition::contentsPlanned)
			.findFirst()
			.orElse(null);
	}

}
