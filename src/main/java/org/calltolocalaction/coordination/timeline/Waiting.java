package org.calltolocalaction.coordination.timeline;

import java.time.Instant;
import java.util.List;
import org.calltolocalaction.coordination.lists.WaitsFor;

/** For whom a pledge waits, and since when, as the lists say it. */
public record Waiting(WaitsFor whom, Instant since, List<Responsible> responsible) {
}
