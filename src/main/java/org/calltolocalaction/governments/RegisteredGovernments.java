package org.calltolocalaction.governments;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.kernel.Refused;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The governments as they are stored; other modules ask {@link Governments}. */
public interface RegisteredGovernments extends Repository<Government, UUID> {

	Government save(Government government);

	Government saveAndFlush(Government government);

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

	/**
	 * Whether it is closed, which others do not change until the end of the transaction.
	 */
	@Query(nativeQuery = true, value = "select closed_at is not null from government where id = :id for share")
	boolean closedHeld(UUID id);

	/**
	 * Refused where it is closed. Until this transaction ends nobody closes it.
	 */
	default void requireOpen(GovernmentId id) {
		if (closedHeld(id.value())) {
			throw new Refused("parties.refused.closed");
		}
	}

	/** The government that bears this id, or into which it was merged. */
	default Optional<Government> inForce(UUID id) {
		return findById(id).flatMap(found -> found.mergedInto()
			.map(GovernmentId::value)
			.map(this::findById)
			.orElseGet(() -> Optional.of(found)));
	}

	/** The same for whoever bore this name; a merged one leads on. */
	default Optional<Government> known(String country, String foldedName) {
		return findByCountryAndFoldedName(country, foldedName).flatMap(found -> inForce(found.id().value()));
	}

	List<Government> findAllByMergedInto(UUID into);

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
