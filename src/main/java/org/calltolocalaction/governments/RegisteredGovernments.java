package org.calltolocalaction.governments;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The governments as they are stored; other modules ask {@link Governments}. */
public interface RegisteredGovernments extends Repository<Government, UUID> {

	Government save(Government government);

	Optional<Government> findById(UUID id);

	/** The same, kept from being changed by others until the end of the transaction. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select g from Government g where g.id = :id")
	Optional<Government> forChange(UUID id);

	/**
	 * The name of its standing, which others do not change until the end of the
	 * transaction.
	 */
	@Query(nativeQuery = true, value = "select standing from government where id = :id for share")
	String standingHeld(UUID id);

	List<Government> findAllByIdIn(Collection<UUID> ids);

	Optional<Government> findByCountryAndFoldedName(String country, String foldedName);

	/**
	 * Those whose name holds the words, however they are accented; the best known by
	 * alphabet.
	 */
	@Query(nativeQuery = true, value = "select * from government where strpos(folded_name, :words) > 0 "
			+ "order by strpos(folded_name, :words), folded_name, country limit :atMost")
	List<Government> withNameHolding(String words, int atMost);

}
