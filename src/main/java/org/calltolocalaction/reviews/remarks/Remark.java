package org.calltolocalaction.reviews.remarks;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * A remark of a reviewer or coordinator in the discussion of a pledge. Never changed, so
 * that answers to it keep their sense.
 *
 * @param number grows with each remark, of whatever pledge
 * @param partner for whom the author spoke; none for a coordinator
 * @param mentioned who was called by name, and got a mail
 */
public record Remark(long number, AccountId author, Optional<PartnerCode> partner, String text, Instant writtenAt,
		Set<AccountId> mentioned) {
}
