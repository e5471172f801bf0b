package org.calltolocalaction.governments.invitation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * That whoever reads the mail of an address may act for a government, if they agree.
 * Known by the address, not by an account, because most who are invited have none yet.
 */
@Entity
public class Invitation {

	enum State {

		OPEN, ACCEPTED, DECLINED, TAKEN_BACK, EXPIRED

	}

	/**
	 * Long enough for a holiday, short enough that a forgotten invitation opens no door a
	 * year later.
	 */
	static final Duration VALID_FOR = Duration.ofDays(30);

	@Id
	private UUID id;

	@Version
	private int version;

	private UUID government;

	private String email;

	private UUID invitedBy;

	private Instant invitedAt;

	private Instant expiresAt;

	@Enumerated(EnumType.STRING)
	private State state;

	private @Nullable Instant closedAt;

	protected Invitation() {
	}

	Invitation(GovernmentId government, EmailAddress email, AccountId by, Instant now) {
		this.id = UUID.randomUUID();
		this.government = government.value();
		this.email = email.value();
		this.invitedBy = by.value();
		this.invitedAt = now;
		this.expiresAt = now.plus(VALID_FOR);
		this.state = State.OPEN;
	}

	InvitationId id() {
		return new InvitationId(id);
	}

	GovernmentId government() {
		return new GovernmentId(government);
	}

	String email() {
		return email;
	}

	AccountId invitedBy() {
		return new AccountId(invitedBy);
	}

	Instant invitedAt() {
		return invitedAt;
	}

	Instant expiresAt() {
		return expiresAt;
	}

	State state() {
		return state;
	}

	/** When it was answered or ended; only where it is not open any more. */
	Instant closedAt() {
		return Objects.requireNonNull(closedAt, "The invitation is still open");
	}

	boolean openAt(Instant now) {
		return state == State.OPEN && now.isBefore(expiresAt);
	}

	void accept(Instant now) {
		close(State.ACCEPTED, now);
	}

	void decline(Instant now) {
		close(State.DECLINED, now);
	}

	void takeBack(Instant now) {
		close(State.TAKEN_BACK, now);
	}

	private void close(State end, Instant now) {
		if (state != State.OPEN) {
			throw new IllegalStateException("Only an open invitation can be " + end + "; this one is " + state);
		}
		this.state = end;
		this.closedAt = now;
	}

}
