package org.calltolocalaction.pledges;

import java.util.Collection;
import java.util.Set;

/**
 * The pledges that everybody may read; answered by the registry, which publishes them.
 */
public interface PublicPledges {

	/** Those of these that have a page of their own in public. */
	Set<PledgeReference> among(Collection<PledgeReference> references);

}
