package org.calltolocalaction.editions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.kernel.NotFound;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All editions that were ever planned, opened or imported. */
public interface Editions extends Repository<Edition, Integer> {

	/** Written at once, because others refer to it by plain SQL. */
	Edition saveAndFlush(Edition edition);

	Optional<Edition> findByYear(int year);

	List<Edition> findByStateOrderByYear(EditionState state);

	Optional<Edition> findFirstByStateInOrderByYearDesc(Collection<EditionState> states);

	/** The last whose call was opened here before that year, and not taken back. */
	@Query("select e from Edition e where e.openedAt is not null and e.year < :year order by e.year desc limit 1")
	Optional<Edition> lastOpenedBefore(int year);

	@Query("select e from Edition e order by e.year desc")
	List<Edition> newestFirst();

	@Lock(jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
	@Query("select e from Edition e where e.year = :year")
	Optional<Edition> lock(int year);

	default Optional<Edition> find(EditionYear year) {
		return findByYear(year.value());
	}

	/** The edition, or {@link NotFound}. */
	default Edition edition(EditionYear year) {
		return find(year).orElseThrow(() -> new NotFound("Edition " + year));
	}

	/** The edition, which nobody else changes until this transaction ends. */
	default Edition forChange(EditionYear year) {
		return lock(year.value()).orElseThrow(() -> new NotFound("Edition " + year));
	}

	/** The edition whose call is open, if one is. */
	default Optional<Edition> open() {
		return findByStateOrderByYear(EditionState.OPEN).stream().findFirst();
	}

}
