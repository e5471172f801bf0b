package org.calltolocalaction.governments;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.calltolocalaction.kernel.text.Text;
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
	 * A member does. The name, country and kind of a confirmed government are what
	 * coordinators confirmed: others wait for them to answer, and all else is saved at
	 * once. Whoever gives those that it has takes back what waits.
	 * @param reason for the coordinators; may be empty
	 * @return whether something waits for them
	 * @throws Refused where another government bears that name in that country: two would
	 * become one for readers
	 */
	public boolean correct(Person by, GovernmentProfile profile, String reason) {
		Government government = ownOf(by);
		if (!government.confirmed()) {
			correct(government, profile, by, Optional.empty());
			return false;
		}
		GovernmentProfile atOnce = profile.of(government.profile());
		if (!government.profile().equals(atOnce)) {
			correct(government, atOnce, by, Optional.empty());
		}
		if (government.profile().isCalledAs(profile)) {
			takeBack(government, by);
		}
		else {
			ask(government, profile, reason, by);
		}
		return government.wished().isPresent();
	}

	private void ask(Government government, GovernmentProfile profile, String typed, Person by) {
		String reason = Text.trimmed(Text.PROSE.of(typed));
		if (reason.length() > WishedProfile.LONGEST_REASON) {
			throw new Refused("standing.refused.words-long", WishedProfile.LONGEST_REASON);
		}
		WishedProfile wish = WishedProfile.of(profile, by.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS), reason);
		GovernmentProfile now = government.profile();
		if (government.wished()
			.filter(before -> before.reason().equals(reason) && before.insteadOf(now).equals(wish.insteadOf(now)))
			.isPresent()) {
			return;
		}
		requirePossible(government, profile);
		government.wish(wish);
		registered.saveAndFlush(government);
		trail.record(
				difference(AuditEntry.of("government.change-asked", government.id()), now, wish.insteadOf(now)).by(by)
					.personal("reason", reason));
	}

	private void takeBack(Government government, Person by) {
		if (government.wished().isPresent()) {
			government.endWish();
			trail.record(AuditEntry.of("government.change-taken-back", government.id()).by(by));
		}
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
		requirePossible(government, profile);
		GovernmentProfile before = government.profile();
		government.correct(profile);
		trail.record(difference(AuditEntry.of("government.corrected", government.id()), before, profile).by(by));
		events.publishEvent(new GovernmentCorrected(government.id(), byCoordinators));
	}

	private void requirePossible(Government government, GovernmentProfile profile) {
		registerGovernment.requireKnownCodes(profile);
		RegisterGovernment.requireNameWithoutLink(profile);
		Optional<Government> namesake = registerGovernment.known(profile);
		if (namesake.isPresent() && !namesake.get().id().equals(government.id())) {
			throw new Refused("governments.refused.namesake");
		}
	}

	/** What is another now, how it was and how it is. */
	private static AuditEntry difference(AuditEntry entry, GovernmentProfile from, GovernmentProfile to) {
		List<Map.Entry<String, Function<GovernmentProfile, String>>> changed = FIELDS.entrySet()
			.stream()
			.filter(field -> !field.getValue().apply(from).equals(field.getValue().apply(to)))
			.sorted(Map.Entry.comparingByKey())
			.toList();
		return entry.with("changed", changed.stream().map(Map.Entry::getKey).toList())
			.personal("from", changed.stream().map(field -> field.getValue().apply(from)).toList())
			.personal("to", changed.stream().map(field -> field.getValue().apply(to)).toList());
	}

}
