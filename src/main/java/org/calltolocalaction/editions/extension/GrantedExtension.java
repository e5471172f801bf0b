package org.calltolocalaction.editions.extension;

import java.time.Instant;
import org.calltolocalaction.identity.AccountId;

/**
 * An extension with who granted it, when and why.
 *
 * @param reason who has the extension reads it; empty where it was erased
 */
public record GrantedExtension(Extension extension, String reason, AccountId grantedBy, Instant grantedAt) {
}
