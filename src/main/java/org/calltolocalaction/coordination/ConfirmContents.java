package org.calltolocalaction.coordination;

import java.util.List;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.ReleaseReport;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator confirms what stands in an edition's report. Not before every pledge that counts for it has an outcome:
 * what was submitted in time must not miss its report because a review took long.
 */
@Service
public class ConfirmContents {

	private final PledgeLines lines;

	private final Editions editions;

	private final ReleaseReport release;

	ConfirmContents(PledgeLines lines, Editions editions, ReleaseReport release) {
		this.lines = lines;
		this.editions = editions;
		this.release = release;
	}

	/** The pledges that have to get an outcome first. */
	@Transactional(readOnly = true)
	public List<PledgeLine> missing(EditionYear year, Person by) {
		by.requireCoordinator();
		return lines.of(year).stream().filter(line -> line.holdsUp(year)).toList();
	}

	/** Refused where an outcome is missing, or where the call has not closed or was confirmed before. */
	@Transactional
	public void confirm(EditionYear year, Person by) {
		by.requireCoordinator();
		editions.forChange(year);
		List<PledgeLine> missing = missing(year, by);
		if (!missing.isEmpty()) {
			throw new Refused("coordination.refused.outcomes-missing", missing.size(),
					missing.get(0).reference().value());
		}
		release.confirmContents(year, by);
	}

}
