package org.calltolocalaction.reports;

import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;

/**
 * An edition's report without its entries, of which there may be any number: {@link ReportContents} has them.
 *
 * @param frozenAt when it was frozen; none while it still grows
 */
public record EditionReport(EditionYear year, Optional<Instant> frozenAt, ReportFigures figures) {
}
