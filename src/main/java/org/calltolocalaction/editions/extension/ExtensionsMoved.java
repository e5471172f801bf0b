package org.calltolocalaction.editions.extension;

import java.util.Set;
import org.calltolocalaction.editions.EditionYear;

/**
 * Extensions are another government's now, because two were the same, in this
 * transaction.
 *
 * @param editions whose extensions these are
 */
public record ExtensionsMoved(Set<EditionYear> editions) {

	public ExtensionsMoved {
		editions = Set.copyOf(editions);
	}

}
