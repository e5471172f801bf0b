package org.calltolocalaction.governments;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.calltolocalaction.governments.membership.Membership;
import org.calltolocalaction.governments.membership.Membership.State;
import org.calltolocalaction.governments.membership.Memberships;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.Actor;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person registers the government for which they act, and acts for it from then on. */
@Service
@Transactional
public class RegisterGovernment {

	/**
	 * What came of it: a new government, or one that is known already and can be joined.
	 */
	public sealed interface Outcome {

		String messageKey();

		/** Answers each case in its own way, so that none is left out. */
		<T> T fold(Function<Registered, T> registered, Function<KnownAlready, T> known);

		record Registered(GovernmentId government) implements Outcome {

			@Override
			public String messageKey() {
				return "governments.new.registered";
			}

			@Override
			public <T> T fold(Function<Registered, T> registered, Function<KnownAlready, T> known) {
				return registered.apply(this);
			}

		}

		record KnownAlready(GovernmentId government) implements Outcome {

			@Override
			public String messageKey() {
				return "governments.new.name.known";
			}

			@Override
			public <T> T fold(Function<Registered, T> registered, Function<KnownAlready, T> known) {
				return known.apply(this);
			}

		}

	}

	private final RegisteredGovernments governments;

	private final TransactionLocks locks;

	private final Memberships memberships;

	private final Vocabulary vocabulary;

	private final People people;

	private final AuditTrail trail;

	private final Clock clock;

	RegisterGovernment(RegisteredGovernments governments, TransactionLocks locks, Memberships memberships,
			Vocabulary vocabulary, People people, AuditTrail trail, Clock clock) {
		this.governments = governments;
		this.locks = locks;
		this.memberships = memberships;
		this.vocabulary = vocabulary;
		this.people = people;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * @throws Refused where the person acts for a government already, or the name leads
	 * somewhere
	 */
	public Outcome register(Person by, GovernmentProfile profile) {
		by.requireMayChange();
		requireNameWithoutLink(profile);
		locks.take(LockSpace.GOVERNMENT, by.id());
		// Anew: a coordinator may have let them audit meanwhile.
		people.person(by.id()).requireMayChange();
		Optional<Government> known = known(profile);
		Optional<Membership> present = memberships.presentOf(by.id().value());
		if (present.isPresent()) {
			return registeredAMomentAgo(present.get(), known);
		}
		if (known.isPresent()) {
			return new Outcome.KnownAlready(known.get().id());
		}
		Government government = create(new Government(profile, clock.instant()), by);
		memberships.save(Membership.ofFounder(by.id(), government.id(), clock.instant()));
		trail.record(AuditEntry.of("government.member-joined", government.id()).by(by).with("member", by.id()));
		return new Outcome.Registered(government.id());
	}

	/**
	 * Finds a government that took part before this desk existed, or notes it without
	 * anybody who acts for it; the import of earlier editions needs it. It is confirmed
	 * from the start. Doing it twice changes nothing.
	 */
	public Government registerEarlier(Actor by, GovernmentProfile profile) {
		return known(profile).orElseGet(() -> create(Government.ofEarlier(profile, clock.instant()), by));
	}

	// The second of two clicks lands where the first one did.
	private static Outcome registeredAMomentAgo(Membership present, Optional<Government> known) {
		return known.map(Government::id)
			.filter(id -> present.state() == State.ACTIVE && present.government().equals(id))
			.map(Outcome.Registered::new)
			.orElseThrow(() -> new Refused("governments.refused.actsAlready"));
	}

	/**
	 * The government of this name and country, kept from being registered by somebody
	 * else until the end of the transaction.
	 */
	Optional<Government> known(GovernmentProfile profile) {
		String foldedName = Government.folded(profile.name());
		locks.take(LockSpace.GOVERNMENT, profile.country() + " " + foldedName);
		return governments.known(profile.country(), foldedName);
	}

	private Government create(Government registered, Actor by) {
		requireKnownCodes(registered.profile());
		Government government = governments.save(registered);
		trail
			.record(AuditEntry.of("government.registered", government.id()).by(by).personal("name", government.name()));
		return government;
	}

	public static void requireNameWithoutLink(GovernmentProfile profile) {
		if (!profile.nameWithoutLink()) {
			throw new Refused("governments.refused.nameWithLink");
		}
	}

	void requireKnownCodes(GovernmentProfile profile) {
		require(Vocabulary.GOVERNMENT_TYPES, profile.type());
		require(Vocabulary.COUNTRIES, profile.country());
		require(Vocabulary.REGIONS, profile.region());
	}

	private void require(String list, String code) {
		if (!vocabulary.contains(list, code)) {
			throw new IllegalArgumentException("'" + code + "' is not one of the " + list);
		}
	}

}
