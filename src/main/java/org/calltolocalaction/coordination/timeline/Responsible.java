package org.calltolocalaction.coordination.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.vocabulary.PartnerCode;

/**
 * Whoever can make a pledge go on.
 *
 * @param partner whose review is waited for; empty where it is no review
 * @param due when the review is due
 * @param taken whether the people are the one who has the review; else whoever could take
 * it
 * @param people the first of them
 * @param more how many there are beside these
 */
public record Responsible(Optional<PartnerCode> partner, Optional<Instant> due, boolean taken, List<Reachable> people,
		int more) {

	/**
	 * @param takesMail whether mails arrived at their address so far
	 */
	public record Reachable(Person person, boolean takesMail) {
	}

}
