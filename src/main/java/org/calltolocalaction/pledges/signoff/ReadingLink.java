package org.calltolocalaction.pledges.signoff;

import java.time.Instant;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;

/** By what somebody without an account reads a draft, until it expires or is revoked. */
public record ReadingLink(ReadingLinkId id, PledgeReference reference, Instant createdAt, AccountId createdBy,
		Instant expiresAt) {
}
