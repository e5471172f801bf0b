package org.calltolocalaction.pledges;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.kernel.NotFound;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All pledges, drafts included. Who may see one is decided by whoever asks for it. */
public interface Pledges extends Repository<Pledge, PledgeReference> {

	/** Written at once, because others refer to it by plain SQL. */
	Pledge saveAndFlush(Pledge pledge);

	Optional<Pledge> findById(PledgeReference reference);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from Pledge p where p.reference = :reference")
	Optional<Pledge> lock(PledgeReference reference);

	@Query("select p from Pledge p where p.government.value = :government order by p.workingCopy.changedAt desc")
	List<Pledge> ofGovernment(UUID government);

	/**
	 * Which pledges the government has in the given states, last changed first, without
	 * what they say.
	 */
	@Query("select p.reference from Pledge p where p.government.value = :government and p.state in :states "
			+ "order by p.workingCopy.changedAt desc")
	List<PledgeReference> referencesOf(UUID government, Collection<PledgeState> states);

	/**
	 * Some of the government's pledges, last changed first; those in the given states
	 * only.
	 */
	@Query("select p from Pledge p where p.government.value = :government and p.state in :states "
			+ "order by p.workingCopy.changedAt desc, p.reference.value desc")
	Slice<Pledge> ofGovernment(UUID government, Collection<PledgeState> states, Pageable portion);

	default List<Pledge> of(GovernmentId government) {
		return ofGovernment(government.value());
	}

	@Query("select p from Pledge p where p.editions.callYear = :year order by p.reference.value")
	List<Pledge> answeringYear(int year);

	/**
	 * Every pledge that answered this edition's call, whichever edition it counts for.
	 */
	default List<Pledge> answering(EditionYear call) {
		return answeringYear(call.value());
	}

	@Query("select count(p) from Pledge p where p.editions.callYear = :year")
	long countByCallYear(int year);

	boolean existsByEditionsCallYear(int year);

	/** Whether any pledge answered this edition's call, however many did. */
	default boolean answered(EditionYear call) {
		return existsByEditionsCallYear(call.value());
	}

	/** How many pledges answered this edition's call. */
	default long countAnswering(EditionYear call) {
		return countByCallYear(call.value());
	}

	@Query("""
			select p from Pledge p where p.editions.callYear < :year and (p.state <> PledgeState.INCLUDED
			or p.reference.value in :included) order by p.reference.value""")
	List<Pledge> answeringBefore(int year, Collection<String> included);

	/**
	 * Every pledge that answered an earlier call and stands in no report but, perhaps,
	 * with these in this edition's.
	 */
	default List<Pledge> answeringBefore(EditionYear year, Collection<PledgeReference> included) {
		return answeringBefore(year.value(), included.stream().map(PledgeReference::value).toList());
	}

	@Query("select p from Pledge p where p.continues.value = :earlier order by p.reference.value")
	List<Pledge> goingOnWith(String earlier);

	/**
	 * Every pledge that says that it continues this one, drafts included, oldest first.
	 */
	default List<Pledge> continuing(PledgeReference earlier) {
		return goingOnWith(earlier.value());
	}

	@Query("select p from Pledge p where p.state = :state order by p.editions.firstSubmittedAt")
	List<Pledge> inState(PledgeState state);

	long countByState(PledgeState state);

	@Query("select p from Pledge p where p.reference in :references")
	List<Pledge> all(Collection<PledgeReference> references);

	/** The pledge, or {@link NotFound}. */
	default Pledge pledge(PledgeReference reference) {
		return findById(reference).orElseThrow(() -> new NotFound("Pledge " + reference));
	}

	/** The pledge, which nobody else changes until this transaction ends. */
	default Pledge forChange(PledgeReference reference) {
		return lock(reference).orElseThrow(() -> new NotFound("Pledge " + reference));
	}

}
