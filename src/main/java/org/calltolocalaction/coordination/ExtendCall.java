package org.calltolocalaction.coordination;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.forecast.ActForecast;
import org.calltolocalaction.coordination.forecast.ActForecast.PlacementShift;
import org.calltolocalaction.coordination.forecast.ForetoldActs;
import org.calltolocalaction.coordination.forecast.PlanExtensions;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.extension.EndExtension;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.GrantExtension;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator gives one government or one pledge more time than the deadline, or ends
 * that before its time, once they have seen what follows. The forecast is made from the
 * plan that is then applied, see {@link ConfirmContents}.
 */
@Service
public class ExtendCall {

	private final GrantExtension grant;

	private final EndExtension end;

	private final PlanExtensions plans;

	private final ForetoldActs foretold;

	private final CallPolicy callPolicy;

	private final Editions editions;

	private final Pledges pledges;

	private final Governments governments;

	ExtendCall(GrantExtension grant, EndExtension end, PlanExtensions plans, ForetoldActs foretold,
			CallPolicy callPolicy, Editions editions, Pledges pledges, Governments governments) {
		this.grant = grant;
		this.end = end;
		this.plans = plans;
		this.foretold = foretold;
		this.callPolicy = callPolicy;
		this.editions = editions;
		this.pledges = pledges;
		this.governments = governments;
	}

	/**
	 * What follows where an extension is granted, or ended before its time.
	 *
	 * @param pledge for which alone it is
	 * @param drafts how many drafts get or lose the time
	 * @param closed whether the call is closed for everybody else
	 * @param everybodys the deadline of whoever has no extension
	 * @param plan what is done to pledges, timers and mails
	 */
	public record Forecast(Extension extension, Government government, Optional<PledgeReference> pledge, long drafts,
			boolean closed, Deadline everybodys, boolean afterContents, ActForecast plan) {

		/**
		 * Pledges that count for another edition then; none where it ends, since what was
		 * submitted by it stays.
		 */
		public List<PledgeReference> moved() {
			return plan.placements().stream().map(PlacementShift::reference).toList();
		}

		/**
		 * Tells this forecast from another one: what was shown has to be what is done.
		 */
		public String fingerprint() {
			String all = Stream
				.of(extension.edition(), extension.holder(), extension.until(), drafts, closed, everybodys,
						plan.fingerprint())
				.map(Object::toString)
				.collect(Collectors.joining(" "));
			return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
		}

	}

	/**
	 * What would follow if it were granted.
	 * @throws Refused where it cannot be granted
	 */
	@Transactional(readOnly = true)
	public Forecast ifGranted(Extension extension, Person by) {
		by.requireOversight();
		grant.requirePossible(extension);
		requireOfUse(extension);
		return forecast(extension, plans.granting(extension, by));
	}

	/** What would follow if it were ended now. */
	@Transactional(readOnly = true)
	public Forecast ifEnded(Extension extension, Person by) {
		by.requireOversight();
		return forecast(extension, plans.ending(extension, by));
	}

	/**
	 * Does nothing where something else would follow than the coordinator has seen.
	 * @param foreseen the fingerprint of the forecast that the coordinator has read
	 * @return whether it was granted
	 */
	@Transactional
	public boolean grant(Extension extension, String reason, String foreseen, Person by) {
		by.requireCoordinator();
		grant.holdStill();
		Forecast now = ifGranted(extension, by);
		return foretold.doneAsForetold(now.plan(), now.fingerprint(), foreseen,
				() -> grant.grant(extension, reason, by));
	}

	/**
	 * Does nothing where something else would follow than the coordinator has seen.
	 * @param foreseen the fingerprint of the forecast that the coordinator has read
	 * @return whether it was ended
	 */
	@Transactional
	public boolean end(Extension extension, String reason, String foreseen, Person by) {
		by.requireCoordinator();
		grant.holdStill();
		Forecast now = ifEnded(extension, by);
		return foretold.doneAsForetold(now.plan(), now.fingerprint(), foreseen,
				() -> end.end(extension.id(), reason, by));
	}

	private Forecast forecast(Extension extension, ActForecast plan) {
		Edition edition = editions.edition(extension.edition());
		Optional<Pledge> pledge = pledge(extension.holder());
		GovernmentId government = pledge.map(Pledge::government)
			.orElseGet(() -> GovernmentId.of(extension.holder().id()));
		long drafts = pledge.map(one -> one.state() == PledgeState.DRAFT ? 1L : 0L)
			.orElseGet(() -> (long) pledges.referencesOf(government.value(), List.of(PledgeState.DRAFT)).size());
		return new Forecast(extension, governments.government(government), pledge.map(Pledge::reference), drafts,
				edition.state() == EditionState.CLOSED, edition.deadline(),
				extension.until().lastDay().isAfter(edition.contentsPlanned()), plan);
	}

	// What is on time already, or counts for nothing any more, needs no time.
	private void requireOfUse(Extension extension) {
		pledge(extension.holder()).ifPresent(pledge -> {
			EditionYear year = extension.edition();
			boolean late = pledge.submitted() && pledge.firstSubmittedAt().filter(extension::covers).isPresent()
					&& !callPolicy.inOrder().timelinessFor(year, pledge.submission()).countsAsInTime();
			if (pledge.state() != PledgeState.DRAFT && !late) {
				throw new Refused("coordination.refused.extension-of-no-use", pledge.reference().value());
			}
		});
	}

	private Optional<Pledge> pledge(Holder holder) {
		return Optional.of(holder).filter(Holder::isPledge).map(one -> pledges.pledge(new PledgeReference(one.id())));
	}

}
