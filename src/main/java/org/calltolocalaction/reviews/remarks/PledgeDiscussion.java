package org.calltolocalaction.reviews.remarks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * The discussion of a pledge, for every page on which one of those who handle it can take
 * part.
 */
public interface PledgeDiscussion {

	/** Empty for who may not take part. */
	Optional<Discussion> read(PledgeReference reference, Person reader);

	/**
	 * What was said of each of these pledges, as far as this reader may read it; those of
	 * which nothing was are left out.
	 */
	Map<PledgeReference, List<Discussion.Entry>> said(Collection<PledgeReference> references, Person reader);

	/**
	 * Says something, and tells whoever is called by {@code @Name} in it or was chosen.
	 * @throws Refused where nothing was written, or too much
	 */
	void write(PledgeReference reference, NewRemark typed, Person by);

}
