package org.calltolocalaction.governments;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.calltolocalaction.governments.membership.Membership;
import org.calltolocalaction.governments.membership.Memberships;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member corrects what their government says about itself. Reports that are frozen keep
 * what they said; all other pages follow.
 */
@Service
@Transactional
public class CorrectProfile {

	private static final Map<String, Function<GovernmentProfile, String>> FIELDS = Map.of("name",
			GovernmentProfile::name, "type", GovernmentProfile::type, "country", GovernmentProfile::country, "region",
			GovernmentProfile::region, "website", GovernmentProfile::website);

	private final RegisteredGovernments registered;

	private final Memberships memberships;

	private final RegisterGovernment registerGovernment;

	private final AuditTrail trail;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CorrectProfile(RegisteredGovernments registered, Memberships memberships, RegisterGovernment registerGovernment,
			AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
		this.registered = registered;
		this.memberships = memberships;
		this.registerGovernment = registerGovernment;
		this.trail = trail;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * @throws Refused where another government bears that name in that country: two would
	 * become one for readers
	 */
	public void correct(Person by, GovernmentProfile profile) {
		correct(ownOf(by), profile, by, Optional.empty());
	}

	/**
	 * A coordinator does, and its members are told.
	 * @throws Refused where another government bears that name in that country
	 */
	public void correct(GovernmentId id, GovernmentProfile profile, Person by) {
		by.requireCoordinator();
		Government government = registered.findById(id.value())
			.filter(found -> found.mergedInto().isEmpty())
			.orElseThrow(() -> new NotFound("Government " + id));
		if (!government.profile().equals(profile)) {
			correct(government, profile, by, Optional.of(clock.instant()));
		}
	}

	private Government ownOf(Person by) {
		return memberships.presentOf(by.id().value())
			.filter(membership -> membership.state() == Membership.State.ACTIVE)
			.flatMap(membership -> registered.findById(membership.government().value()))
			.orElseThrow(() -> new NotFound("A government for which " + by.email() + " acts"));
	}

	private void correct(Government government, GovernmentProfile profile, Person by,
			Optional<Instant> byCoordinators) {
		registerGovernment.requireKnownCodes(profile);
		RegisterGovernment.requireNameWithoutLink(profile);
		Optional<Government> namesake = registerGovernment.known(profile);
		if (namesake.isPresent() && !namesake.get().id().equals(government.id())) {
			throw new Refused("governments.refused.namesake");
		}
		GovernmentProfile before = government.profile();
		government.correct(profile);
		trail.record(corrected(government.id(), before, profile).by(by));
		events.publishEvent(new GovernmentCorrected(government.id(), byCoordinators));
	}

	/** What is another now, how it was and how it is. */
	private static AuditEntry corrected(GovernmentId id, GovernmentProfile from, GovernmentProfile to) {
		List<Map.Entry<String, Function<GovernmentProfile, String>>> changed = FIELDS.entrySet()
			.stream()
			.filter(field -> !field.getValue().apply(from).equals(field.getValue().apply(to)))
			.sorted(Map.Entry.comparingByKey())
			.toList();
		return AuditEntry.of("government.corrected", id)
			.with("changed", changed.stream().map(Map.Entry::getKey).toList())
			.personal("from", changed.stream().map(field -> field.getValue().apply(from)).toList())
			.personal("to", changed.stream().map(field -> field.getValue().apply(to)).toList());
	}

}
