package org.calltolocalaction.reports;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;

/**
 * An edition's report without its entries, of which there may be any number:
 * {@link ReportContents} has them.
 *
 * @param frozenAt when it was frozen; none while it still grows
 */
public record EditionReport(EditionYear year, Optional<Instant> frozenAt, ReportFigures figures) {

	/**
	 * The same where not everybody may read any more which objectives a pledge serves.
	 */
	EditionReport withoutObjectives() {
		return new EditionReport(year, frozenAt, new ReportFigures(figures.pledges(), figures.governments(),
				figures.countries(), figures.notForPublication(), Map.of(), figures.places()));
	}

}
