package org.calltolocalaction.identity;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an account has a role: for which partner, since when, and by whose act.
 *
 * @param partner for reviewers and leads, and for nobody else
 * @param grantedBy null where the desk itself did, or where nobody knows any more
 */
@Embeddable
record RoleGrant(@Nullable String partner, Instant since, @Nullable UUID grantedBy) {
}
