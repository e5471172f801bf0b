package org.calltolocalaction.notifications;

import org.calltolocalaction.editions.EditionYear;
import org.springframework.stereotype.Service;

/** Writes the mails about an edition. Keyed like {@link PledgeMails}. Called by the process. */
@Service
public class EditionMails {

	/** To governments with drafts and to reviewers with open work: the deadline is near. */
	public void deadlineReminder(EditionYear year) {
		throw new UnsupportedOperationException();
	}

	/** To reviewers whose reviews are outstanding when the call has closed. */
	public void outstandingReviews(EditionYear year) {
		throw new UnsupportedOperationException();
	}

	/** To the members of every government in the published report: their pledge stands in it. */
	public void included(EditionYear year) {
		throw new UnsupportedOperationException();
	}

}
