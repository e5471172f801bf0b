package org.calltolocalaction.coordination.timeline;

import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;

/**
 * Something that a coordinator can do to a pledge as it is now.
 *
 * @param edition in which more time can be given, where it is that
 */
public record PossibleAct(Kind kind, Optional<EditionYear> edition) {

	/** In the order in which they are offered. */
	public enum Kind {

		DECIDE, EXTEND, MOVE, PUBLICATION, ASK_AGAIN

	}

	static PossibleAct of(Kind kind) {
		return new PossibleAct(kind, Optional.empty());
	}

}
