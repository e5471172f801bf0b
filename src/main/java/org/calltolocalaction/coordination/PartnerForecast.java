package org.calltolocalaction.coordination;

import java.util.List;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.partner.PartnerAct;
import org.calltolocalaction.identity.People;
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

	private final PledgeRows lines;

	private final People people;

	PartnerForecast(ChangePartners change, PledgeRows lines, People people) {
		this.change = change;
		this.lines = lines;
		this.people = people;
	}

	/**
	 * @param first of the pledges of which a review is opened or closed
	 * @param ending the first of those whose round ends by it
	 * @param told how many reviewers read of it
	 */
	public record Forecast(PartnerPlan plan, List<PledgeRow> first, List<PledgeRow> ending, int told) {
	}

	/**
	 * @throws org.calltolocalaction.kernel.Refused where it is not possible
	 */
	public Forecast of(EditionYear year, PartnerCode partner, PartnerAct act, Person by) {
		PartnerPlan plan = change.plan(year, partner, act, by);
		return new Forecast(plan, lines.of(plan.reviews().stream().limit(OpeningForecast.MOST_LISTED).toList()),
				lines.of(plan.ending().stream().limit(OpeningForecast.MOST_LISTED).toList()),
				people.reviewersOf(partner).size());
	}

}
