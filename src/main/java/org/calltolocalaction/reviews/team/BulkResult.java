package org.calltolocalaction.reviews.team;

import java.io.Serializable;
import java.util.List;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.PledgeReference;
import org.jspecify.annotations.Nullable;

/**
 * The result of an act upon many reviews, line by line.
 *
 * @param to who has got those that were done, where they were given to somebody; else
 * null
 */
public record BulkResult(List<Line> lines, @Nullable AccountId to) implements Serializable {

	/** What became of one. */
	public enum Fate {

		DONE,

		/** A colleague has it, against what the page showed. */
		HELD,

		NOT_OPEN,

		/** It is not among the partner's reviews. */
		UNKNOWN,

		/** Nobody has it, so nobody can be reminded. */
		NOBODYS,

		/** Who asked has it themselves. */
		YOURS,

		/** Its holder was reminded of it today already. */
		REMINDED_TODAY,

		/** Its holder is away: it is to be given to somebody, instead. */
		AWAY,

		/** Whom it was to be given to does not review for the partner. */
		NO_COLLEAGUE,

		/** A use case refused it, with a sentence of its own. */
		REFUSED

	}

	/**
	 * @param colleague whom the fate is about, or null
	 * @param refusal the key of the sentence with which it was refused, or null
	 */
	public record Line(PledgeReference reference, Fate fate, @Nullable AccountId colleague,
			@Nullable String refusal) implements Serializable {

		Line(PledgeReference reference, Fate fate, @Nullable AccountId colleague) {
			this(reference, fate, colleague, null);
		}

		static Line refused(PledgeReference reference, Refused refusal) {
			return new Line(reference, Fate.REFUSED, null, refusal.messageKey());
		}

		public boolean done() {
			return fate == Fate.DONE;
		}

	}

	public BulkResult {
		lines = List.copyOf(lines);
	}

	public int done() {
		return (int) lines.stream().filter(Line::done).count();
	}

	public List<Line> notDone() {
		return lines.stream().filter(line -> !line.done()).toList();
	}

}
