package org.calltolocalaction.coordination;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.ForetoldActs;
import org.calltolocalaction.coordination.forecast.PlanActs;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.notifications.pledge.PlacementMails;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator confirms what stands in an edition's report. Not before every pledge that
 * counts for it has an outcome: what was submitted in time must not miss its report
 * because a review took long. What waits for its own government misses it, and so does
 * what is accepted of a government that is not confirmed. Nobody learns of that by
 * accident: the coordinator beforehand, the government by mail, and the trail.
 */
@Service
public class ConfirmContents {

	/** How many pledges that miss the report a forecast shows. */
	private static final int MOST_LISTED = 200;

	private final Standings standings;

	private final PledgeRows lines;

	private final ReleaseReport release;

	private final PlacementMails mails;

	private final AuditTrail trail;

	private final PlanActs plans;

	private final ForetoldActs foretold;

	ConfirmContents(Standings standings, PledgeRows lines, ReleaseReport release, PlacementMails mails,
			AuditTrail trail, PlanActs plans, ForetoldActs foretold) {
		this.standings = standings;
		this.lines = lines;
		this.release = release;
		this.mails = mails;
		this.trail = trail;
		this.plans = plans;
		this.foretold = foretold;
	}

	/**
	 * What would follow if the contents were confirmed now.
	 *
	 * @param included how many pledges the report would have
	 * @param missing those that have to get an outcome first
	 * @param leftOut those that wait for their government or for its confirmation, and
	 * would miss the report
	 * @param unconfirmed which of these wait for its confirmation
	 * @param plan for which edition these would count then, and who is told
	 */
	public record Forecast(EditionYear year, long included, List<PledgeReference> missing,
			List<PledgeReference> leftOut, Set<PledgeReference> unconfirmed, ActForecast plan) {

		/**
		 * Tells this forecast from another one: what was shown has to be what is done.
		 */
		public String fingerprint() {
			String all = included
					+ leftOut.stream().map(PledgeReference::value).collect(Collectors.joining(" ", " ", " "))
					+ unconfirmed.size() + plan.fingerprint();
			return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.US_ASCII)).toString();
		}

	}

	@Transactional(readOnly = true)
	public Forecast forecast(EditionYear year, Person by) {
		by.requireOversight();
		List<Standing> all = standings.of(year);
		List<Standing> missing = all.stream().filter(pledge -> pledge.wouldMiss(year)).toList();
		List<PledgeReference> leftOut = missing.stream().map(Standing::reference).toList();
		Set<PledgeReference> unconfirmed = missing.stream()
			.filter(Standing::unconfirmed)
			.map(Standing::reference)
			.collect(Collectors.toSet());
		return new Forecast(year, all.stream().filter(pledge -> pledge.standsIn(year)).count(),
				all.stream().filter(pledge -> pledge.holdsUp(year)).map(Standing::reference).toList(), leftOut,
				unconfirmed, plans.confirmingContents(year, leftOut, by));
	}

	/** The first of the pledges that would miss the report, to be shown. */
	@Transactional(readOnly = true)
	public List<PledgeRow> leftOut(Forecast forecast, Person by) {
		by.requireOversight();
		return lines.of(forecast.leftOut().stream().limit(MOST_LISTED).toList());
	}

	/**
	 * Refused where an outcome is missing, where the call has not closed or was confirmed
	 * before, or where an extension runs.
	 * @param foreseen the fingerprint of the forecast that the coordinator has read
	 * @return whether it was done; not where something else would follow than was read
	 */
	@Transactional
	public boolean confirm(EditionYear year, String reason, String foreseen, Person by) {
		by.requireCoordinator();
		release.holdStill(year);
		Forecast forecast = forecast(year, by);
		if (!forecast.missing().isEmpty()) {
			throw new Refused("coordination.refused.outcomes-missing", forecast.missing().size(),
					forecast.missing().get(0).value());
		}
		release.requireClosed(year);
		release.requireNoExtension(year);
		return foretold.doneAsForetold(forecast.plan(), forecast.fingerprint(), foreseen,
				() -> confirm(forecast, reason, by));
	}

	private void confirm(Forecast forecast, String reason, Person by) {
		EditionYear year = forecast.year();
		release.confirmContents(year, reason, by);
		trail.recordAll(forecast.leftOut()
			.stream()
			.map(left -> leftOut(left, forecast).by(by).with("edition", year.value()))
			.toList());
		mails.leftOut(forecast.leftOut(), year);
	}

	private static AuditEntry leftOut(PledgeReference left, Forecast forecast) {
		return forecast.unconfirmed().contains(left) ? AuditEntry.of("pledge.left-out-unconfirmed", left)
				: AuditEntry.of("pledge.left-out", left);
	}

}
