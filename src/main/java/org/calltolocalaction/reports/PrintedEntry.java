package org.calltolocalaction.reports;

import java.util.Optional;

/**
 * A place in a report as its readers see it.
 *
 * @param entry what stands there; of a pledge that was taken out no more than its
 * reference, and where it stands among the others
 * @param erratum what is told in its place
 */
public record PrintedEntry(ReportEntry entry, Optional<Erratum> erratum) {
}
