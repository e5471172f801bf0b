package org.calltolocalaction.identity;

import java.util.List;
import java.util.Optional;

/**
 * What a reviewer has in hand, which somebody else gets when they go. A port, because the
 * accounts do not know the reviews. What it says beforehand comes from the look by which
 * it then acts.
 */
public interface OpenWork {

	/** How many open reviews the person has taken or been given. */
	int open(Person reviewer);

	/** Who could get them: the others who review for the same partner, by name. */
	List<Person> colleagues(Person reviewer);

	/**
	 * The successor gets them and is told; where there is none, or where they keep out of
	 * the government, a review is anybody's of the partner again. In the caller's
	 * transaction.
	 * @param reviewer as they were while they still reviewed
	 */
	void handOver(Person reviewer, Optional<Person> successor, Person by);

}
