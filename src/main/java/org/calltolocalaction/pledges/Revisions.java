package org.calltolocalaction.pledges;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.kernel.NotFound;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every version of a pledge that was ever submitted. */
public interface Revisions extends Repository<Revision, Revision.Id> {

	/** Written at once, because others refer to it by plain SQL. */
	Revision saveAndFlush(Revision revision);

	Optional<Revision> findById(Revision.Id id);

	@Query("select r from Revision r where r.id.reference = :reference order by r.id.number")
	List<Revision> all(String reference);

	@Query("""
			select r from Revision r where r.id.reference in :references and r.id.number =
			(select p.rounds.latestRevision from Pledge p where p.reference.value = r.id.reference)""")
	List<Revision> latestOf(Collection<String> references);

	@Query("select r from Revision r where r.id.reference in :references order by r.id.reference, r.id.number")
	List<Revision> allOf(Collection<String> references);

	/** Oldest first. */
	default List<Revision> of(PledgeReference reference) {
		return all(reference.value());
	}

	default Revision revision(PledgeReference reference, int number) {
		return findById(new Revision.Id(reference.value(), number))
			.orElseThrow(() -> new NotFound("Revision %d of %s".formatted(number, reference)));
	}

	default Revision latestOf(Pledge pledge) {
		return revision(pledge.reference(), pledge.latestRevision());
	}

}
