package org.calltolocalaction.governments.membership;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who acts for which government, and who asked to. */
public interface Memberships extends Repository<Membership, UUID> {

	Membership save(Membership membership);

	Membership saveAndFlush(Membership membership);

	Optional<Membership> findById(UUID id);

	/** Under a lock, because two people may decide the same request at once. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select membership from Membership membership where membership.id = :id")
	Optional<Membership> forDecision(UUID id);

	/**
	 * The membership that a person has or waits for; the database allows no second one.
	 */
	@Query("select membership from Membership membership where membership.account = :account "
			+ "and membership.state in (REQUESTED, ACTIVE)")
	Optional<Membership> presentOf(UUID account);

	/** For which government a person acts, without reading the membership itself. */
	@Query("select membership.government from Membership membership where membership.account = :account "
			+ "and membership.state = ACTIVE")
	Optional<UUID> governmentOf(UUID account);

	/** All who act for a government, under a lock and in one order. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select membership from Membership membership where membership.government = :government "
			+ "and membership.state = ACTIVE order by membership.id")
	List<Membership> membersForChange(UUID government);

	/** Who ever acted for it or asked to, the last first. */
	List<Membership> findByGovernmentOrderByRequestedAtDesc(UUID government, Limit most);

	boolean existsByGovernmentAndAccount(UUID government, UUID account);

	List<Membership> findByGovernmentAndStateOrderByRequestedAt(UUID government, Membership.State state);

	/** The oldest of them. */
	List<Membership> findByGovernmentAndStateOrderByRequestedAtAscIdAsc(UUID government, Membership.State state,
			Limit most);

	List<Membership> findByGovernmentInAndStateOrderByRequestedAt(Collection<UUID> governments, Membership.State state);

	List<Membership> findByAccountInAndState(Collection<UUID> accounts, Membership.State state);

	long countByGovernmentAndState(UUID government, Membership.State state);

	long countByState(Membership.State state);

	/** A page of those in a state, the oldest first. */
	List<Membership> findByStateOrderByRequestedAtAscIdAsc(Membership.State state, Pageable page);

	/** Those in a state that come after one, by their ids. */
	@Query("select membership.id from Membership membership where membership.state = :state and membership.id > :after "
			+ "order by membership.id")
	List<UUID> idsAfter(Membership.State state, UUID after, Limit most);

}
