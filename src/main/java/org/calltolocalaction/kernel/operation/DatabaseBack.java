package org.calltolocalaction.kernel.operation;

import java.time.Duration;

/**
 * The database is there again after an outage. What was under way when it went is rolled
 * back and will not be told of in any other way. Whoever listens is called on the thread
 * that watches the database.
 */
public record DatabaseBack(Duration away) {
}
