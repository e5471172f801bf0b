package org.calltolocalaction.reviews;

import java.util.List;
import org.calltolocalaction.identity.Person;

/**
 * Tells reviewers how colleagues moved their work. A port, because the mails know the
 * reviews and not the other way round. Takes part in the caller's transaction: nobody is
 * told of an act that did not happen.
 */
public interface ReviewMails {

	/** To who has them now: a colleague gave them these reviews. */
	void given(List<TeamReview> reviews, Person to, Person by, String note);

	/** To who had them: a colleague took these reviews, or gave them to somebody else. */
	void movedOn(List<TeamReview> reviews, Person from, Person to, Person by);

	/** To who has them: a colleague asks for these reviews. */
	void reminded(List<TeamReview> reviews, Person holder, Person by);

}
