package org.calltolocalaction.reviews;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;

/** An open review with who has it, as the team's actions and mails name it. */
public record TeamReview(UUID id, PledgeReference reference, String title, String government, Instant dueAt,
		Optional<AccountId> holder) {
}
