package org.calltolocalaction.pledges;

import java.util.List;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.DeadlineMoved;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.Timeliness;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a moved deadline affects: said before it moves, and decided anew when it has. */
@Service
public class DeadlineChanges {

	private final Pledges pledges;

	private final Editions editions;

	private final PledgeLifecycle lifecycle;

	DeadlineChanges(Pledges pledges, Editions editions, PledgeLifecycle lifecycle) {
		this.pledges = pledges;
		this.editions = editions;
		this.lifecycle = lifecycle;
	}

	/** A pledge whose standing to the deadline changes. */
	public record Affected(Pledge pledge, Timeliness before, Timeliness after) {

		/** Whether it counts for another edition then, and not just within grace instead of in time. */
		public boolean changesEdition() {
			return before.countsAsInTime() != after.countsAsInTime();
		}

	}

	/** Whom it would affect to move the edition's deadline there. */
	@Transactional(readOnly = true)
	public List<Affected> preview(EditionYear year, Deadline to) {
		Edition edition = editions.edition(year);
		return affected(year, edition.deadline(), to);
	}

	@EventListener
	@Transactional
	void on(DeadlineMoved moved) {
		List<PledgeReference> toDecideAnew = affected(moved.year(), moved.from(), moved.to()).stream()
			.filter(Affected::changesEdition)
			.filter(affected -> affected.pledge().state() == PledgeState.INCLUDED)
			.map(affected -> affected.pledge().reference())
			.toList();
		lifecycle.placementQuestioned(toDecideAnew);
	}

	private List<Affected> affected(EditionYear year, Deadline from, Deadline to) {
		return pledges.answering(year)
			.stream()
			.filter(pledge -> pledge.state() != PledgeState.WITHDRAWN && pledge.state() != PledgeState.DECLINED)
			.map(pledge -> {
				var submitted = pledge.firstSubmittedAt().orElseThrow();
				return new Affected(pledge, from.timelinessOf(submitted), to.timelinessOf(submitted));
			})
			.filter(affected -> affected.before() != affected.after())
			.toList();
	}

}
