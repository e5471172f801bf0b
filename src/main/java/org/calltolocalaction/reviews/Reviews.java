package org.calltolocalaction.reviews;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.ReadTransactionCache;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every review that was ever opened. */
public interface Reviews extends Repository<Review, UUID> {

	/** Written at once, because its line of the worklist is added by plain SQL. */
	Review saveAndFlush(Review review);

	Optional<Review> findById(UUID id);

	@Query("select r from Review r where r.reference.value = :reference order by r.revision, r.partner")
	List<Review> all(String reference);

	@Query("select r from Review r where r.reference.value in :references order by r.revision, r.partner")
	List<Review> ofAll(Collection<String> references);

	@Query("select r from Review r where r.state = ReviewState.OPEN order by r.dueAt, r.reference.value")
	List<Review> open();

	/**
	 * When the reviews of this revision were opened, if they were; the last time, where
	 * one was opened anew.
	 */
	@Query("select max(r.openedAt) from Review r where r.reference.value = :reference and r.revision = :revision")
	Optional<Instant> opened(String reference, int revision);

	/**
	 * What one of the partner's reviewers can do: what they have first, then what nobody
	 * has, each by its due date.
	 */
	@Query("""
			select r from Review r where r.state = ReviewState.OPEN and r.partner = :partner
			and (r.takenBy.value is null or r.takenBy.value = :reviewer)
			order by r.takenBy.value nulls last, r.dueAt, r.reference.value""")
	List<Review> waitingFor(String partner, UUID reviewer);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select r from Review r where r.reference.value = :reference and r.partner = :partner
			and r.revision = :revision""")
	Optional<Review> lock(String reference, String partner, int revision);

	@Query("""
			select r from Review r where r.reference.value = :reference and r.partner = :partner
			order by r.revision desc limit 1""")
	Optional<Review> newest(String reference, String partner);

	/**
	 * Locked by the query that finds it: what was read before another one changed it
	 * could not be locked any more.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select r from Review r where r.reference.value = :reference and r.partner = :partner
			order by r.revision desc limit 1""")
	Optional<Review> lockNewest(String reference, String partner);

	/**
	 * In one order everywhere, so that two who lock several never wait for each other.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select r from Review r where r.takenBy.value = :holder and r.partner = :partner
			and r.state = ReviewState.OPEN order by r.reference.value""")
	List<Review> lockOpenOf(UUID holder, String partner);

	/** A partner's open reviews of these pledges, which nobody completes meanwhile. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select r from Review r where r.reference.value in :references and r.partner = :partner
			and r.state = ReviewState.OPEN order by r.reference.value""")
	List<Review> lockOpen(Collection<String> references, String partner);

	/** These, in the one order. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select r from Review r where r.id in :ids order by r.reference.value, r.partner")
	List<Review> lockAll(Collection<UUID> ids);

	/** What is offered to somebody, whoever has it meanwhile. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select r from Review r where r.offeredTo.value = :reviewer and r.state = ReviewState.OPEN
			order by r.reference.value""")
	List<Review> lockOfferedTo(UUID reviewer);

	/** Oldest revision first, partners in the order of their codes. */
	default List<Review> of(PledgeReference reference) {
		return ReadTransactionCache.once(List.of(Reviews.class, reference), () -> List.copyOf(all(reference.value())));
	}

	/**
	 * Asks at once what {@link #of} is going to be asked of each, in a transaction that
	 * only reads.
	 */
	default void readAhead(Collection<PledgeReference> references) {
		Map<PledgeReference, List<Review>> read = ofAll(references.stream().map(PledgeReference::value).toList())
			.stream()
			.collect(Collectors.groupingBy(Review::reference));
		references.forEach(reference -> ReadTransactionCache.once(List.of(Reviews.class, reference),
				() -> List.copyOf(read.getOrDefault(reference, List.of()))));
	}

}
