package org.calltolocalaction.registry.web;

import java.time.Instant;
import org.calltolocalaction.reports.StopKind;

/**
 * What other programs are told of a pledge that everybody could read and may not any
 * more.
 *
 * @param text the same as a sentence, in the reader's words
 */
record OpenErratum(String reference, StopKind kind, Instant takenOutAt, String text) {
}
