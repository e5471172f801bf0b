package org.calltolocalaction.coordination;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.PlanActs;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.MoveDeadline;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.placement.DeadlineChanges;
import org.calltolocalaction.pledges.placement.DeadlineChanges.Affected;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says by name whom it would affect to move a deadline, before anybody moves it. */
@Service
@Transactional(readOnly = true)
public class DeadlinePreview {

	/** How many pledges each list of a preview holds. */
	private static final int MOST_LISTED = 200;

	private final DeadlineChanges changes;

	private final PledgeRows lines;

	private final OpenDrafts drafts;

	private final MoveDeadline moveDeadline;

	private final Editions editions;

	private final PlanActs plans;

	private final Clock clock;

	DeadlinePreview(DeadlineChanges changes, PledgeRows lines, OpenDrafts drafts, MoveDeadline moveDeadline,
			Editions editions, PlanActs plans, Clock clock) {
		this.changes = changes;
		this.lines = lines;
		this.drafts = drafts;
		this.moveDeadline = moveDeadline;
		this.editions = editions;
		this.plans = plans;
		this.clock = clock;
	}

	/**
	 * @param changesEdition pledges that would count for another edition than now
	 * @param changesGrace pledges that would be in time instead of in grace, or the other
	 * way round; nothing else changes
	 * @param staysThere pledges that it would concern, but that stand in a report whose
	 * contents are confirmed
	 * @param drafts whose deadline it is; none where the call is closed and stays so
	 * @param reopens whether the closed call would be open again
	 * @param closes whether the open call would close at once
	 * @param forecast what is done to pledges, timers and mails, to be confirmed by its
	 * fingerprint
	 */
	public record Preview(Deadline from, Deadline to, Changes changesEdition, Changes changesGrace, Listed staysThere,
			Drafts drafts, boolean reopens, boolean closes, ActForecast forecast) {
	}

	/** The first of the pledges that something changes for, and how many there are. */
	public record Changes(List<Change> first, int total) {
	}

	/** One pledge, before and after. */
	public record Change(PledgeRow line, Timeliness before, Timeliness after, Placement from, Placement to) {
	}

	/** The first of pledges to which nothing happens, and how many there are. */
	public record Listed(List<PledgeRow> first, int total) {
	}

	/**
	 * How many drafts there are, and whose the first of them are; not what stands in
	 * them.
	 */
	public record Drafts(int total, int governments, List<DraftsOf> first) {

		static final Drafts NONE = new Drafts(0, 0, List.of());

	}

	/** A government, how many drafts it has, and when one of them was changed last. */
	public record DraftsOf(String government, int drafts, Instant changedAt) {
	}

	public Preview of(EditionYear year, Deadline to, Person by) {
		by.requireOversight();
		Edition edition = editions.edition(year);
		moveDeadline.requirePossible(edition, to);
		List<Affected> affected = changes.preview(year, to);
		Map<Boolean, List<Affected>> parted = affected.stream()
			.collect(Collectors.partitioningBy(Affected::changesEdition));
		boolean ahead = to.endOfGrace().isAfter(clock.instant());
		boolean concernsDrafts = edition.state() == EditionState.OPEN || ahead;
		return new Preview(edition.deadline(), to, changes(parted.getOrDefault(true, List.of())),
				changes(parted.getOrDefault(false, List.of())), listed(changes.leftOut(year, to)),
				concernsDrafts ? drafts.count() : Drafts.NONE, edition.state() == EditionState.CLOSED && ahead,
				edition.state() == EditionState.OPEN && !ahead, plans.movingDeadline(year, to, by));
	}

	private Listed listed(List<PledgeReference> all) {
		return new Listed(lines.of(all.subList(0, Math.min(all.size(), MOST_LISTED))), all.size());
	}

	private Changes changes(List<Affected> all) {
		List<Affected> first = all.subList(0, Math.min(all.size(), MOST_LISTED));
		Map<PledgeReference, PledgeRow> byReference = lines.lines(first.stream().map(Affected::pledge).toList())
			.stream()
			.collect(Collectors.toMap(PledgeRow::reference, Function.identity()));
		return new Changes(first.stream()
			.map(one -> new Change(Objects.requireNonNull(byReference.get(one.pledge().reference()),
					"Only what was submitted is moved"), one.before(), one.after(), one.from(), one.to()))
			.toList(), all.size());
	}

}
