package org.calltolocalaction.coordination.lists;

import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.search.SearchQuery;

/**
 * What a coordinator means of a list: lines that they have ticked, or all that a search
 * finds at the moment at which it is asked.
 *
 * @param edition whose list it is, or from which one came to the drafts
 * @param drafts whether it is the list of drafts
 * @param everything all that this finds is meant, whatever is ticked
 */
public record Selection(EditionYear edition, boolean drafts, Set<PledgeReference> chosen,
		Optional<SearchQuery> everything) {

	/** More at once are refused: so many are done in seconds. */
	public static final int AT_MOST = 1_000;

	/** To the governments of more at once nobody writes. */
	public static final int MOST_WRITTEN_TO = 5_000;

	public Selection {
		chosen = Set.copyOf(chosen);
	}

}
