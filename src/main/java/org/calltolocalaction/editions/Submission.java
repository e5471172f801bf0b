package org.calltolocalaction.editions;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.editions.extension.Holder;

/**
 * The first submission of a pledge, as the law of the deadline sees it.
 *
 * @param call the edition whose call it answered; none where no call had been opened
 * @param holders by whose extensions it can be on time
 */
public record Submission(Optional<EditionYear> call, Instant firstSubmittedAt, Set<Holder> holders) {

	/** Of somebody who has no extension. */
	public Submission(Optional<EditionYear> call, Instant firstSubmittedAt) {
		this(call, firstSubmittedAt, Set.of());
	}

}
