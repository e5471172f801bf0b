package org.calltolocalaction.governments.standing;

import java.time.Clock;
import java.time.Instant;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.governments.RegisteredGovernments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator confirms that a government is the one that it says it is, asks it
 * something, or refuses it, each with words that its members read. A confirmation is for
 * good; a refusal can be followed by either of the others.
 */
@Service
@Transactional
public class DecideStanding {

	/** How many characters a question or a reason may have. */
	public static final int LONGEST_WORDS = 1000;

	private final RegisteredGovernments registered;

	private final AuditTrail trail;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	DecideStanding(RegisteredGovernments registered, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
		this.registered = registered;
		this.trail = trail;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Has whoever places a pledge of it or decides about it wait until this transaction
	 * ends; after the editions, as everywhere.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void hold(GovernmentId id) {
		registered.forChange(id.value()).orElseThrow(() -> new NotFound("Government " + id));
	}

	/**
	 * Its pledges can stand in reports from now on. Whoever places pledges at this moment
	 * waits for it.
	 * @throws Refused where it was confirmed before, or no reason is given
	 */
	public void confirm(GovernmentId id, String reason, Person by) {
		String why = StandingWords.required(reason);
		decide(id, GovernmentStanding.CONFIRMED, why,
				AuditEntry.of("government.confirmed", id).by(by).personal("reason", why), by);
	}

	/**
	 * @throws Refused where it was confirmed before, or nothing is asked
	 */
	public void ask(GovernmentId id, String question, Person by) {
		String asked = StandingWords.required(question);
		decide(id, GovernmentStanding.ASKED, asked,
				AuditEntry.of("government.asked", id).by(by).personal("question", asked), by);
	}

	/**
	 * @throws Refused where it was confirmed or refused before, or no reason is given
	 */
	public void refuse(GovernmentId id, String reason, Person by) {
		String why = StandingWords.required(reason);
		decide(id, GovernmentStanding.REFUSED, why,
				AuditEntry.of("government.refused", id).by(by).personal("reason", why), by);
	}

	private void decide(GovernmentId id, GovernmentStanding to, String words, AuditEntry entry, Person by) {
		by.requireCoordinator();
		Government government = registered.forChange(id.value())
			.filter(found -> found.mergedInto().isEmpty())
			.orElseThrow(() -> new NotFound("Government " + id));
		if (government.confirmed()) {
			throw new Refused("standing.refused.confirmed-already");
		}
		if (to == GovernmentStanding.REFUSED && government.standing() == to) {
			throw new Refused("standing.refused.refused-already");
		}
		Instant now = clock.instant();
		government.stands(to, by.id(), words, now);
		trail.record(entry);
		events.publishEvent(new StandingChanged(government, to, words, now));
	}

}
