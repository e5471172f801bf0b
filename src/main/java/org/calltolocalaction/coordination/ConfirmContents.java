package org.calltolocalaction.coordination;

import java.util.List;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator confirms what stands in an edition's report. Not before every pledge that counts for it has an outcome:
 * what was submitted in time must not miss its report because a review took long.
 */
@Service
public class ConfirmContents {

	private final Standings standings;

	private final Editions editions;

	private final ReleaseReport release;

	ConfirmContents(Standings standings, Editions editions, ReleaseReport release) {
		this.standings = standings;
		this.editions = editions;
		this.release = release;
	}

	/** The pledges that have to get an outcome first. */
	@Transactional(readOnly = true)
	public List<PledgeReference> missing(EditionYear year, Person by) {
		by.requireCoordinator();
		return standings.of(year).stream().filter(pledge -> pledge.holdsUp(year)).map(Standing::reference).toList();
	}

	/** Refused where an outcome is missing, or where the call has not closed or was confirmed before. */
	@Transactional
	public void confirm(EditionYear year, Person by) {
		by.requireCoordinator();
		editions.forChange(year);
		List<PledgeReference> missing = missing(year, by);
		if (!missing.isEmpty()) {
			throw new Refused("coordination.refused.outcomes-missing", missing.size(),
					missing.get(0).value());
		}
		release.confirmContents(year, by);
	}

}
