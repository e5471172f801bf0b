package org.calltolocalaction.governments.invitation;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The invitations as they are stored; pages ask {@link OpenInvitations}. */
public interface Invitations extends Repository<Invitation, UUID> {

	/** Written at once, because plain SQL adds to it. */
	Invitation saveAndFlush(Invitation invitation);

	/**
	 * Under a lock, because a person may accept what a member takes back at this moment.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select invitation from Invitation invitation where invitation.id = :id")
	Optional<Invitation> forDecision(UUID id);

	@Query("select invitation from Invitation invitation where invitation.government = :government "
			+ "and invitation.state = OPEN and invitation.expiresAt > :now order by invitation.invitedAt, invitation.id")
	List<Invitation> openFor(UUID government, Instant now);

	/** Those to an address, oldest first. */
	@Query("select invitation from Invitation invitation where invitation.email = :email "
			+ "and invitation.state = OPEN and invitation.expiresAt > :now order by invitation.invitedAt, invitation.id")
	List<Invitation> openTo(String email, Instant now);

	@Query("select invitation.id from Invitation invitation where invitation.government = :government "
			+ "and invitation.email = :email and invitation.state = OPEN")
	Optional<UUID> openOne(UUID government, String email);

	/** Those that a person has sent, under a lock and in one order. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select invitation from Invitation invitation where invitation.invitedBy = :account "
			+ "and invitation.state = OPEN and invitation.expiresAt > :now order by invitation.id")
	List<Invitation> openBy(UUID account, Instant now);

	/** Those that were declined lately, last first. */
	@Query("select invitation from Invitation invitation where invitation.government = :government "
			+ "and invitation.state = DECLINED and invitation.closedAt > :since order by invitation.closedAt desc, invitation.id")
	List<Invitation> declinedSince(UUID government, Instant since);

	/** Makes way for a new one: there can be only one open row. */
	@Modifying
	@Query("update Invitation invitation set invitation.state = EXPIRED, invitation.closedAt = :now "
			+ "where invitation.government = :government and invitation.email = :email and invitation.state = OPEN "
			+ "and invitation.expiresAt <= :now")
	void expire(UUID government, String email, Instant now);

	/** The person became a member on another way. */
	@Modifying
	@Query("update Invitation invitation set invitation.state = ACCEPTED, invitation.closedAt = :now "
			+ "where invitation.government = :government and invitation.email = :email and invitation.state = OPEN")
	void acceptOtherwise(UUID government, String email, Instant now);

	/** Those that a person was sent or has sent: neither may lead back in. */
	@Modifying
	@Query("update Invitation invitation set invitation.state = TAKEN_BACK, invitation.closedAt = :now "
			+ "where invitation.government = :government and invitation.state = OPEN "
			+ "and (invitation.email = :email or invitation.invitedBy = :account)")
	void takeBackAllOf(UUID government, UUID account, String email, Instant now);

}
