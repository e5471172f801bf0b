package org.calltolocalaction.coordination;

import java.util.List;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.PlanPartners;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.partner.PartnerAct;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.rounds.ChangePartners;
import org.calltolocalaction.reviews.rounds.PartnerPlan;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what follows where a partner of an edition is added or released. */
@Service
@Transactional(readOnly = true)
public class PartnerForecast {

	private final ChangePartners change;

	private final PlanPartners plans;

	private final PledgeRows lines;

	PartnerForecast(ChangePartners change, PlanPartners plans, PledgeRows lines) {
		this.change = change;
		this.plans = plans;
		this.lines = lines;
	}

	/**
	 * @param first of the pledges of which a review is opened or closed
	 * @param ending the first of those whose round ends by it
	 * @param forecast what is done to reviews, timers and mails
	 */
	public record Forecast(PartnerPlan plan, List<PledgeRow> first, List<PledgeRow> ending, ActForecast forecast) {
	}

	/**
	 * @throws org.calltolocalaction.kernel.Refused where it is not possible
	 */
	public Forecast of(EditionYear year, PartnerCode partner, PartnerAct act, Person by) {
		PartnerPlan plan = change.plan(year, partner, act, by);
		return new Forecast(plan, lines.of(plan.reviews().stream().limit(ForeseenPlaces.MOST_LISTED).toList()),
				lines.of(plan.ending().stream().limit(ForeseenPlaces.MOST_LISTED).toList()), plans.changing(plan, by));
	}

}
