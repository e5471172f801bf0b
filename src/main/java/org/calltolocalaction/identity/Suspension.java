package org.calltolocalaction.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * That an account is suspended.
 *
 * @param by whose act it is; empty where that account is gone
 */
public record Suspension(Instant since, Optional<AccountId> by) {
}
