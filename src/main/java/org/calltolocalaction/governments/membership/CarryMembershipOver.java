package org.calltolocalaction.governments.membership;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.membership.Membership.State;
import org.calltolocalaction.identity.FollowsAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Of two accounts that become one, which government the person acts for: what the account
 * that stays has counts, unless it has none yet. A person acts for one government at a
 * time.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CarryMembershipOver implements FollowsAccount {

	private final Memberships memberships;

	private final Governments governments;

	private final TransactionLocks locks;

	private final MembershipMails mails;

	private final AuditTrail trail;

	private final Clock clock;

	CarryMembershipOver(Memberships memberships, Governments governments, TransactionLocks locks, MembershipMails mails,
			AuditTrail trail, Clock clock) {
		this.memberships = memberships;
		this.governments = governments;
		this.locks = locks;
		this.mails = mails;
		this.trail = trail;
		this.clock = clock;
	}

	private enum Fate {

		/** The account that stays has none, or only asked for one. */
		MOVES("governments.join.moves"),

		/** The same, of a request that waits. */
		REQUEST_MOVES("governments.join.requestMoves"),

		/** Both act for the same. */
		DOUBLE("governments.join.double"),

		/** They act for two governments. */
		ENDS("governments.join.ends"),

		/** It only asked to join. */
		REQUEST_ENDS("governments.join.requestEnds");

		private final String messageKey;

		Fate(String messageKey) {
			this.messageKey = messageKey;
		}

	}

	@Override
	@Transactional(readOnly = true)
	public List<Consequence> forecast(Person from, Person into) {
		return present(from).map(membership -> List.of(Consequence.of(fate(membership, present(into)).messageKey,
				governments.government(membership.government()).name())))
			.orElse(List.of());
	}

	@Override
	public void follow(Person from, Person into, Person by) {
		locks.take(LockSpace.GOVERNMENT, from.id());
		locks.take(LockSpace.GOVERNMENT, into.id());
		present(from).ifPresent(membership -> {
			Optional<Membership> own = present(into);
			Fate fate = fate(membership, own);
			Instant now = clock.instant();
			GovernmentId government = membership.government();
			State state = membership.state();
			end(membership, from, now);
			if (fate == Fate.MOVES || fate == Fate.REQUEST_MOVES) {
				own.ifPresent(request -> end(request, into, now));
				if (state == State.ACTIVE) {
					memberships.save(Membership.invited(into.id(), government, by.id(), now));
				}
				else {
					// Under another address than those who can answer were told of.
					Membership request = memberships.save(Membership.requested(into.id(), government, now));
					mails.requested(request.id(), into, governments.government(government));
				}
				trail.record(AuditEntry.of("government.member-joined", government).by(by).with("member", into.id()));
			}
			else if (fate == Fate.ENDS) {
				mails.removed(membership.id(), into, governments.government(government), by);
			}
		});
	}

	private static Fate fate(Membership from, Optional<Membership> into) {
		if (into.isEmpty() || from.state() == State.ACTIVE && into.get().state() == State.REQUESTED) {
			return from.state() == State.ACTIVE ? Fate.MOVES : Fate.REQUEST_MOVES;
		}
		if (into.get().government().equals(from.government())) {
			return Fate.DOUBLE;
		}
		return from.state() == State.ACTIVE ? Fate.ENDS : Fate.REQUEST_ENDS;
	}

	// Written at once: the database allows one present membership, and would see the new
	// one first.
	private void end(Membership membership, Person person, Instant now) {
		if (membership.state() == State.REQUESTED) {
			mails.requestEnded(membership.id(), membership.government());
		}
		membership.leave(now);
		memberships.saveAndFlush(membership);
		trail.record(AuditEntry.of("government.member-left", membership.government()).by(person));
	}

	private Optional<Membership> present(Person person) {
		return memberships.presentOf(person.id().value());
	}

}
