package org.calltolocalaction.coordination;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.calltolocalaction.coordination.DeadlinePreview.Drafts;
import org.calltolocalaction.coordination.ForeseenPlaces.Places;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.PlanActs;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.EditionSetup;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.PlacementPolicy.Known;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Placements;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what follows for pledges that wait for the next edition, or count for a planned
 * one, where a call is opened.
 */
@Service
@Transactional(readOnly = true)
public class OpeningForecast {

	private final PlanActs plans;

	private final ForeseenPlaces places;

	private final Placements placements;

	private final OpenDrafts drafts;

	private final CallPolicy callPolicy;

	OpeningForecast(PlanActs plans, ForeseenPlaces places, Placements placements, OpenDrafts drafts,
			CallPolicy callPolicy) {
		this.plans = plans;
		this.places = places;
		this.placements = placements;
		this.drafts = drafts;
		this.callPolicy = callPolicy;
	}

	/**
	 * @param expected the year for which the next edition was expected until now
	 * @param passed planned editions of earlier years, which are given up
	 * @param places the first of the pledges that count for another edition then
	 * @param drafts that can be submitted to it; they come and go and are no part of the
	 * fingerprint
	 */
	public record Forecast(EditionYear year, EditionYear expected, List<EditionYear> passed, Places places,
			Drafts drafts, ActForecast plan) {

		/**
		 * Whether it goes past a year for which pledges were told to wait, or past a
		 * planned edition.
		 */
		public boolean skips() {
			return !passed.isEmpty() || places.total() > 0 && year.compareTo(expected) > 0;
		}

		/**
		 * Tells this forecast from another one: what was shown has to be what is done.
		 */
		public String fingerprint() {
			String all = expected + " " + passed + " " + plan.fingerprint();
			return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.US_ASCII)).toString();
		}

	}

	public Forecast of(EditionYear year, EditionSetup setup, Person by) {
		by.requireOversight();
		PlacementPolicy before = callPolicy.inOrder();
		ActForecast plan = plans.opening(year, setup, by);
		return new Forecast(year, before.expected(), before.passedBy(year).stream().map(Known::year).toList(),
				places.of(plan, by), drafts.count(), plan);
	}

	/** How many pledges wait for the next edition. */
	public long waiting(Person by) {
		by.requireOversight();
		PlacementPolicy now = callPolicy.inOrder();
		return placements.movable().stream().filter(pledge -> !now.place(pledge.submission()).known()).count();
	}

}
