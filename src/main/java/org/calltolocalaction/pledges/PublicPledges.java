package org.calltolocalaction.pledges;

import java.util.Collection;
import java.util.Set;

/**
 * Which pledges everybody may read; answered by the registry, because what is public is
 * its to know.
 */
public interface PublicPledges {

	/** Those of these that have a page of their own in public. */
	Set<PledgeReference> among(Collection<PledgeReference> references);

}
