package org.calltolocalaction.coordination;

import org.calltolocalaction.coordination.DeadlinePreview.Drafts;
import org.calltolocalaction.coordination.ForeseenPlaces.Places;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.ForetoldActs;
import org.calltolocalaction.coordination.forecast.PlanActs;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.TakeBackOpening;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator takes back that a call was opened, such as that of a wrong year, once
 * they have seen what follows. Only while nothing was submitted to it: what a government
 * answered cannot be made unasked.
 */
@Service
public class TakeBackCall {

	private final TakeBackOpening takeBack;

	private final Pledges pledges;

	private final PlanActs plans;

	private final ForetoldActs foretold;

	private final ForeseenPlaces places;

	private final OpenDrafts drafts;

	private final Editions editions;

	TakeBackCall(TakeBackOpening takeBack, Pledges pledges, PlanActs plans, ForetoldActs foretold,
			ForeseenPlaces places, OpenDrafts drafts, Editions editions) {
		this.takeBack = takeBack;
		this.pledges = pledges;
		this.plans = plans;
		this.foretold = foretold;
		this.places = places;
		this.drafts = drafts;
		this.editions = editions;
	}

	/**
	 * @param places the first of the pledges that had counted for it and wait again, or
	 * count for another
	 * @param drafts that could have been submitted to it
	 */
	public record Forecast(Places places, Drafts drafts, ActForecast plan) {
	}

	/** Whether it can be taken back now. */
	@Transactional(readOnly = true)
	public boolean possible(Edition edition) {
		return running(edition) && !pledges.answered(edition.year()) && !takeBack.extended(edition.year());
	}

	/** What would follow; refused where it cannot be taken back. */
	@Transactional(readOnly = true)
	public Forecast forecast(EditionYear year, Person by) {
		by.requireOversight();
		Edition edition = editions.edition(year);
		if (!running(edition)) {
			throw new Refused("editions.refused.opening-stays", year);
		}
		requireUnanswered(year);
		ActForecast plan = plans.takingBack(year, by);
		return new Forecast(places.of(plan, by), edition.state() == EditionState.OPEN ? drafts.count() : Drafts.NONE,
				plan);
	}

	/**
	 * Does nothing where something else would follow than the coordinator has seen.
	 * @param foreseen the fingerprint of the forecast that the coordinator has read
	 * @return whether it was taken back
	 */
	@Transactional
	public boolean takeBack(EditionYear year, String reason, String foreseen, Person by) {
		by.requireCoordinator();
		takeBack.holdStill();
		requireUnanswered(year);
		ActForecast plan = plans.takingBack(year, by);
		return foretold.doneAsForetold(plan, plan.fingerprint(), foreseen,
				() -> takeBack.takeBack(year, reason, by, () -> requireUnanswered(year)));
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
