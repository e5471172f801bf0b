package org.calltolocalaction.coordination;

import java.util.List;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.TakeBackOpening;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.notifications.edition.RemindedOfCall;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.placement.PlacementChanges;
import org.calltolocalaction.pledges.placement.PlacementChanges.Change;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator takes back that a call was opened, such as that of a wrong year. Only
 * while nothing was submitted to it: what a government answered cannot be made unasked.
 */
@Service
public class TakeBackCall {

	private final TakeBackOpening takeBack;

	private final Pledges pledges;

	private final PlacementChanges changes;

	private final PledgeRows lines;

	private final RemindedOfCall reminded;

	private final Editions editions;

	private final CallPolicy callPolicy;

	TakeBackCall(TakeBackOpening takeBack, Pledges pledges, PlacementChanges changes, PledgeRows lines,
			RemindedOfCall reminded, Editions editions, CallPolicy callPolicy) {
		this.takeBack = takeBack;
		this.pledges = pledges;
		this.changes = changes;
		this.lines = lines;
		this.reminded = reminded;
		this.editions = editions;
		this.callPolicy = callPolicy;
	}

	/**
	 * @param first of the pledges that had counted for it and wait again, or count for
	 * another
	 * @param total how many they are
	 * @param told how many people had been reminded of its deadline and are told
	 */
	public record Forecast(List<PledgeRow> first, int total, int told) {
	}

	/** Whether it can be taken back now. */
	@Transactional(readOnly = true)
	public boolean possible(Edition edition) {
		return running(edition) && pledges.countAnswering(edition.year()) == 0 && !takeBack.extended(edition.year());
	}

	/** What would follow; refused where it cannot be taken back. */
	@Transactional(readOnly = true)
	public Forecast forecast(EditionYear year, Person by) {
		by.requireCoordinator();
		if (!running(editions.edition(year))) {
			throw new Refused("editions.refused.opening-stays", year);
		}
		requireUnanswered(year);
		PlacementPolicy before = callPolicy.inOrder();
		List<Change> changed = changes.between(before, before.takenBack(year));
		return new Forecast(
				lines.of(changed.stream().limit(OpeningForecast.MOST_LISTED).map(Change::reference).toList()),
				changed.size(), reminded.of(year).size());
	}

	@Transactional
	public void takeBack(EditionYear year, String reason, Person by) {
		takeBack.takeBack(year, reason, by, () -> requireUnanswered(year));
	}

	private void requireUnanswered(EditionYear year) {
		long answered = pledges.countAnswering(year);
		if (answered > 0) {
			throw new Refused("coordination.refused.call-answered", year, answered);
		}
	}

	private static boolean running(Edition edition) {
		return edition.state() == EditionState.OPEN || edition.state() == EditionState.CLOSED;
	}

}
