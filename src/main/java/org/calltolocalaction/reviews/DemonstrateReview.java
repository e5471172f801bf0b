package org.calltolocalaction.reviews;

import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * Plays what reviewers do, by the use cases that they use, for who shows the desk at
 * work. What a reviewer would be refused is a mistake of the script here.
 */
public interface DemonstrateReview {

	/** The reviewer takes a review that nobody has. */
	void take(PledgeReference reference, Person reviewer);

	/** The reviewer judges this revision for their partner. */
	void complete(PledgeReference reference, int revision, Answers answers, Person reviewer);

}
