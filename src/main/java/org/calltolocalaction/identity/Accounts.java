package org.calltolocalaction.identity;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The accounts as they are stored; other modules ask {@link People}. */
interface Accounts extends Repository<Account, UUID> {

	Account save(Account account);

	Optional<Account> findById(UUID id);

	List<Account> findAllByIdIn(Collection<UUID> ids);

	/** The account that signs in with the address. */
	Optional<Account> findByEmailAndSameAsIsNull(String email);

	/** Accounts that are another's mailbox and wait to be joined with it. */
	List<Account> findBySameAsIsNotNullAndJoinedAtIsNullOrderByEmail();

	/** Those that were joined into one of these. */
	List<Account> findBySameAsInAndJoinedAtIsNotNull(Collection<UUID> ids);

	/** Under a lock, because two coordinators may join the same at once. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select account from Account account where account.id = :id")
	Optional<Account> forChange(UUID id);

	/** Whoever has the role at present, by address; not those who are suspended. */
	@Query("""
			select account from Account account join account.roles granted
			where key(granted) = :role and account.suspendedAt is null order by account.email""")
	List<Account> having(Role role);

	@Query("""
			select account from Account account join account.roles granted
			where key(granted) = :role and value(granted).partner = :partner and account.suspendedAt is null
			order by account.email""")
	List<Account> having(Role role, String partner);

	@Query("""
			select distinct account from Account account join account.roles granted
			where (key(granted) = COORDINATOR or key(granted) = REVIEWER and value(granted).partner in :partners)
			and account.suspendedAt is null""")
	List<Account> handling(Collection<String> partners);

	List<Account> findBySuspendedAtIsNotNullOrderByEmail();

	// Past the version: two pages opened at once in another language are no conflict.
	@Modifying
	@Query("update Account account set account.language = :language where account.id = :id")
	void speak(UUID id, String language);

	/**
	 * Locks all coordinators, so that two of them cannot take the role from each other at
	 * once and leave none. Whoever waited for it has to ask anew who coordinates: of the
	 * rows that it joins, only the accounts are looked at again.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select account from Account account join account.roles granted
			where key(granted) = COORDINATOR and account.suspendedAt is null order by account.id""")
	List<Account> lockCoordinators();

}
