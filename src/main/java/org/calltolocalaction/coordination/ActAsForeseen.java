package org.calltolocalaction.coordination;

import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.ForetoldActs;
import org.calltolocalaction.coordination.forecast.PlanActs;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.MoveDeadline;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.calendar.SetReviewCalendar;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what a coordinator has seen foretold, and keeps the forecast beside it; or does
 * nothing, where something else would follow by now than the coordinator has read.
 */
@Service
public class ActAsForeseen {

	private final PlanActs plans;

	private final ForetoldActs foretold;

	private final MoveDeadline moveDeadline;

	private final SetReviewCalendar setReviewCalendar;

	ActAsForeseen(PlanActs plans, ForetoldActs foretold, MoveDeadline moveDeadline,
			SetReviewCalendar setReviewCalendar) {
		this.plans = plans;
		this.foretold = foretold;
		this.moveDeadline = moveDeadline;
		this.setReviewCalendar = setReviewCalendar;
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

	private Answer asForeseen(ActForecast forecast, String foreseen, Runnable act) {
		if (!forecast.fingerprint().equals(foreseen)) {
			return Answer.FORECAST_CHANGED;
		}
		foretold.keep(forecast);
		act.run();
		return Answer.DONE;
	}

}
