package org.calltolocalaction.coordination;

import java.io.Serializable;
import java.util.List;

/**
 * What became of a file of earlier pledges.
 *
 * @param imported rows that are pledges here now
 * @param known rows that were here already and were left as they are
 */
public record ImportResult(int imported, int known, List<Refusal> refusals) implements Serializable {

	public int refused() {
		return refusals.size();
	}

	/**
	 * A row that was not taken.
	 *
	 * @param row its number in the file, from 1
	 * @param messageKey why, for the page to say in the reader's language
	 */
	public record Refusal(int row, String messageKey, List<Object> arguments) implements Serializable {
	}

}
