package org.calltolocalaction.pledges;

import java.util.Collection;
import java.util.Map;
import org.calltolocalaction.editions.EditionYear;

/** Where pledges stand or will stand; answered by the reports, because an inclusion is theirs to know. */
public interface PledgePlaces {

	/** The edition in whose report the pledge stands, or for which it counts as things are now. */
	EditionYear countsFor(Pledge pledge);

	/** The same of many submitted pledges at once. */
	Map<PledgeReference, EditionYear> countFor(Collection<Pledge> submitted);

}
