package org.calltolocalaction.governments.standing;

import java.time.Clock;
import java.time.Instant;
import org.calltolocalaction.governments.CorrectProfile;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.RegisteredGovernments;
import org.calltolocalaction.governments.WishedProfile;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator accepts or refuses that a confirmed government is called otherwise, or is
 * somewhere or something else. What is accepted is the coordinators' correction of its
 * profile; its members are told in both cases.
 */
@Service
@Transactional
public class DecideChange {

	private final RegisteredGovernments registered;

	private final CorrectProfile correct;

	private final AuditTrail trail;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	DecideChange(RegisteredGovernments registered, CorrectProfile correct, AuditTrail trail,
			ApplicationEventPublisher events, Clock clock) {
		this.registered = registered;
		this.correct = correct;
		this.trail = trail;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * @param asked when that was asked which the coordinator has read
	 * @throws Refused where nothing or something else is asked by now, no reason is
	 * given, or another government bears that name by now
	 */
	public void accept(GovernmentId id, Instant asked, String reason, Person by) {
		by.requireCoordinator();
		String why = StandingWords.required(reason);
		Government government = forChange(id);
		WishedProfile wish = wish(government, asked);
		government.endWish();
		trail.record(AuditEntry.of("government.change-accepted", id).by(by).personal("reason", why));
		correct.correct(id, wish.insteadOf(government.profile()), by);
	}

	/**
	 * @param asked when that was asked which the coordinator has read
	 * @throws Refused where nothing or something else is asked by now, or no reason is
	 * given
	 */
	public void refuse(GovernmentId id, Instant asked, String reason, Person by) {
		by.requireCoordinator();
		String why = StandingWords.required(reason);
		Government government = forChange(id);
		WishedProfile wish = wish(government, asked);
		government.endWish();
		trail.record(AuditEntry.of("government.change-refused", id).by(by).personal("reason", why));
		events.publishEvent(new ChangeRefused(government, wish.name(), why, clock.instant()));
	}

	private Government forChange(GovernmentId id) {
		return registered.forChange(id.value()).orElseThrow(() -> new NotFound("Government " + id));
	}

	private static WishedProfile wish(Government government, Instant asked) {
		return government.wished()
			.filter(wish -> wish.at().equals(asked))
			.orElseThrow(() -> new Refused("standing.refused.asked-otherwise"));
	}

}
