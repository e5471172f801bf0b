package org.calltolocalaction.governments.membership;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * That a person acts for a government, or asked to. A person acts for one government at a
 * time, or waits for one.
 */
@Entity
public class Membership {

	public enum State {

		REQUESTED, ACTIVE, REFUSED, LEFT, REMOVED

	}

	@Id
	private UUID id;

	@Version
	private int version;

	private UUID account;

	private UUID government;

	@Enumerated(EnumType.STRING)
	private State state;

	private Instant requestedAt;

	private @Nullable UUID decidedBy;

	private @Nullable Instant decidedAt;

	protected Membership() {
	}

	private Membership(AccountId account, GovernmentId government, State state, Instant now) {
		this.id = UUID.randomUUID();
		this.account = account.value();
		this.government = government.value();
		this.state = state;
		this.requestedAt = now;
	}

	/** The person who registers a government acts for it from the start. */
	public static Membership ofFounder(AccountId account, GovernmentId government, Instant now) {
		return new Membership(account, government, State.ACTIVE, now);
	}

	static Membership requested(AccountId account, GovernmentId government, Instant now) {
		return new Membership(account, government, State.REQUESTED, now);
	}

	/** A colleague agreed beforehand, by inviting the person. */
	public static Membership invited(AccountId account, GovernmentId government, AccountId by, Instant now) {
		Membership membership = new Membership(account, government, State.ACTIVE, now);
		membership.decidedBy = by.value();
		membership.decidedAt = now;
		return membership;
	}

	public MembershipId id() {
		return new MembershipId(id);
	}

	public AccountId account() {
		return new AccountId(account);
	}

	public GovernmentId government() {
		return new GovernmentId(government);
	}

	public State state() {
		return state;
	}

	Instant requestedAt() {
		return requestedAt;
	}

	/** When it was agreed, refused or ended; never while a request waits. */
	Optional<Instant> decidedAt() {
		return Optional.ofNullable(decidedAt);
	}

	/** Who agreed to it, refused it or ended it; nobody of whoever registered it. */
	Optional<AccountId> decidedBy() {
		return Optional.ofNullable(decidedBy).map(AccountId::new);
	}

	public void agree(AccountId by, Instant now) {
		decide(State.ACTIVE, by, now);
	}

	void refuse(AccountId by, Instant now) {
		decide(State.REFUSED, by, now);
	}

	public void leave(Instant now) {
		if (state != State.ACTIVE && state != State.REQUESTED) {
			throw new IllegalStateException(
					"Only who acts for a government or waits to can leave; this one is " + state);
		}
		this.state = State.LEFT;
		this.decidedBy = account;
		this.decidedAt = now;
	}

	void remove(AccountId by, Instant now) {
		if (state != State.ACTIVE) {
			throw new IllegalStateException("Only who acts for a government can be removed; this one is " + state);
		}
		this.state = State.REMOVED;
		this.decidedBy = by.value();
		this.decidedAt = now;
	}

	private void decide(State decision, AccountId by, Instant now) {
		if (state != State.REQUESTED) {
			throw new IllegalStateException("Only an open request to join can be decided; this one is " + state);
		}
		this.state = decision;
		this.decidedBy = by.value();
		this.decidedAt = now;
	}

}
