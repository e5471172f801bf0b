package org.calltolocalaction.reports;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Which pledge stands in which report. */
public interface Inclusions extends Repository<Inclusion, String> {

	Inclusion save(Inclusion inclusion);

	void delete(Inclusion inclusion);

	Optional<Inclusion> findByReference(String reference);

	long countByEditionYear(int year);

	/** Those in one {@link ReportPortion}. */
	@Query(nativeQuery = true, value = "select reference from inclusion where edition_year = :year and "
			+ ReportPortion.IN_SQL + " order by reference")
	List<String> references(int year, int number, int of);

	/** The next ones behind this reference. */
	@Query("select i from Inclusion i where i.editionYear = :year and i.reference > :after order by i.reference")
	List<Inclusion> batch(int year, String after, Limit most);

	@Query("select i from Inclusion i where i.editionYear = :year order by i.reference")
	List<Inclusion> inYear(int year);

	@Query("select i from Inclusion i where i.reference in :references")
	List<Inclusion> ofAll(Collection<String> references);

	default Optional<Inclusion> find(PledgeReference reference) {
		return findByReference(reference.value());
	}

	default List<Inclusion> in(EditionYear year) {
		return inYear(year.value());
	}

}
