package org.calltolocalaction.reviews.absence;

import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.TeamReview;

/**
 * Tells reviewers of absences that concern them. A port, because the mails know the
 * absences and not the other way round. Takes part in the caller's transaction: nobody is
 * told of what did not happen.
 */
public interface AbsenceMails {

	/** To the absent one: a lead entered or changed their absence for them. */
	void entered(Absence absence, Person absent, Person deputy, Person by);

	/** To the absent one: a lead ended or cancelled their absence for them. */
	void ended(Absence absence, Person absent, Person by);

	/**
	 * To the deputy: the absence has begun, and these reviews wait for whoever does the
	 * absent one's work.
	 */
	void standIn(Absence absence, List<TeamReview> open, Person absent, Person deputy);

}
