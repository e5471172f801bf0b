package org.calltolocalaction.pledges.progress;

import java.util.List;
import org.calltolocalaction.pledges.Pledge;

/**
 * The comments of the partners to the government; answered by the reviews, in which they
 * stand.
 */
public interface PartnerComments {

	/**
	 * Newest revision first; only what the government is to read, and only once the
	 * revision has its outcome.
	 */
	List<PartnerComment> on(Pledge pledge);

}
