package org.calltolocalaction.pledges.receipts;

import java.time.Instant;
import org.calltolocalaction.kernel.signing.VerifyingKey;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs receipts, or did.
 *
 * @param since when it signed first, or was to
 * @param until when another took its place; null while it signs
 */
public record PublishedKey(VerifyingKey key, Instant since, @Nullable Instant until) {
}
