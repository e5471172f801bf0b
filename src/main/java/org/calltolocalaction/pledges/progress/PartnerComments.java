package org.calltolocalaction.pledges.progress;

import java.util.List;
import org.calltolocalaction.pledges.Pledge;

/**
 * What the partners wrote to the government; answered by the reviews, because they are
 * theirs to know.
 */
public interface PartnerComments {

	/**
	 * Newest revision first; only what the government is to read, and only once the
	 * revision has its outcome.
	 */
	List<PartnerComment> on(Pledge pledge);

}
