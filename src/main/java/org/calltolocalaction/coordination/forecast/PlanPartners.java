package org.calltolocalaction.coordination.forecast;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.calltolocalaction.coordination.forecast.ActForecast.ReviewShift;
import org.calltolocalaction.coordination.forecast.ActForecast.TimerShift;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.partner.PartnerAct;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.rounds.PartnerPlan;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says of the plan by which a partner comes or goes which timers and mails follow. What
 * the reviews that there are decide where a round ends is for the process to say.
 */
@Service
@Transactional(readOnly = true)
public class PlanPartners {

	private final CallPolicy callPolicy;

	private final PlannedTimers timers;

	private final PlannedMails mails;

	private final Clock clock;

	PlanPartners(CallPolicy callPolicy, PlannedTimers timers, PlannedMails mails, Clock clock) {
		this.callPolicy = callPolicy;
		this.timers = timers;
		this.mails = mails;
		this.clock = clock;
	}

	public ActForecast changing(PartnerPlan plan, Person by) {
		by.requireOversight();
		boolean added = plan.act() == PartnerAct.ADDED;
		Set<PledgeReference> ending = Set.copyOf(plan.ending());
		List<ReviewShift> reviews = plan.reviews()
			.stream()
			.map(pledge -> new ReviewShift(pledge.value(), plan.partner().value(), ending.contains(pledge)))
			.toList();
		List<TimerShift> shifts = added
				? timers.ofJoined(plan.reviews(), plan.year(), callPolicy.inOrder(), clock.instant())
				: timers.ofEnding(plan.ending());
		return new ActForecast(added ? ForeseenAct.ADD_PARTNER : ForeseenAct.RELEASE_PARTNER, plan.year().value(),
				List.of(), shifts, mails.toReviewersOf(added ? MailKind.PARTNER_ADDED : MailKind.PARTNER_RELEASED,
						plan.partner(), plan.year()),
				reviews);
	}

}
