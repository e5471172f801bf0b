package org.calltolocalaction.coordination;

import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.ForetoldActs;
import org.calltolocalaction.coordination.forecast.PlanActs;
import org.calltolocalaction.coordination.forecast.PlanPartners;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.MoveDeadline;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.calendar.SetReviewCalendar;
import org.calltolocalaction.editions.partner.PartnerAct;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.rounds.ChangePartners;
import org.calltolocalaction.reviews.rounds.PartnerPlan;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what a coordinator has seen foretold, and keeps the forecast beside it; or does
 * nothing, where something else would follow by now than the coordinator has read.
 */
@Service
public class ActAsForeseen {

	private final PlanActs plans;

	private final PlanPartners partnerPlans;

	private final ForetoldActs foretold;

	private final MoveDeadline moveDeadline;

	private final SetReviewCalendar setReviewCalendar;

	private final ChangePartners changePartners;

	private final ReleaseReport release;

	ActAsForeseen(PlanActs plans, PlanPartners partnerPlans, ForetoldActs foretold, MoveDeadline moveDeadline,
			SetReviewCalendar setReviewCalendar, ChangePartners changePartners, ReleaseReport release) {
		this.plans = plans;
		this.partnerPlans = partnerPlans;
		this.foretold = foretold;
		this.moveDeadline = moveDeadline;
		this.setReviewCalendar = setReviewCalendar;
		this.changePartners = changePartners;
		this.release = release;
	}

	/** Whether an act was done. */
	public enum Answer {

		DONE,

		/** Something else would follow than was read; nothing was changed. */
		FORECAST_CHANGED

	}

	/**
	 * @param foreseen the fingerprint of the forecast that the coordinator has read
	 */
	@Transactional
	public Answer moveDeadline(EditionYear year, Deadline to, String reason, String foreseen, Person by) {
		by.requireCoordinator();
		moveDeadline.holdStill();
		return asForeseen(plans.movingDeadline(year, to, by), foreseen, () -> moveDeadline.move(year, to, reason, by));
	}

	/**
	 * @param foreseen the fingerprint of the forecast that the coordinator has read
	 */
	@Transactional
	public Answer setReviewCalendar(EditionYear year, ReviewCalendar calendar, String reason, String foreseen,
			Person by) {
		by.requireCoordinator();
		moveDeadline.holdStill();
		return asForeseen(plans.settingCalendar(year, calendar, by), foreseen,
				() -> setReviewCalendar.set(year, calendar, reason, by));
	}

	/**
	 * @param foreseen the fingerprint of the forecast that the coordinator has read
	 */
	@Transactional
	public Answer changePartners(EditionYear year, PartnerCode partner, PartnerAct act, String reason, String foreseen,
			Person by) {
		by.requireCoordinator();
		changePartners.holdStill(year, partner);
		PartnerPlan plan = changePartners.plan(year, partner, act, by);
		return asForeseen(partnerPlans.changing(plan, by), foreseen, () -> changePartners.change(plan, reason, by));
	}

	/**
	 * A second click on the button is no second approval.
	 * @param foreseen the fingerprint of the forecast that the coordinator has read
	 */
	@Transactional
	public Answer approveReport(EditionYear year, String reason, String foreseen, Person by) {
		by.requireCoordinator();
		release.holdStill(year);
		return release.approved(year) ? Answer.DONE
				: asForeseen(plans.approvingReport(year, by), foreseen, () -> release.approve(year, reason, by));
	}

	private Answer asForeseen(ActForecast forecast, String foreseen, Runnable act) {
		return foretold.doneAsForetold(forecast, forecast.fingerprint(), foreseen, act) ? Answer.DONE
				: Answer.FORECAST_CHANGED;
	}

}
