package org.calltolocalaction.notifications;

import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Service;

/**
 * Writes the mails about a pledge to the people it concerns, each in their own language. Writing takes part in the
 * caller's transaction and is keyed: writing the same mail twice leaves one. Called by the process.
 */
@Service
public class PledgeMails {

	/** To the government's members: the receipt of the newest revision. */
	public void receipt(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	/** To the reviewers whose partner has an open review: a review waits. */
	public void reviewWaiting(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	/** To the reviewers whose partner's review is open after its due date. */
	public void reviewOverdue(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	/** To the coordinators: reviews are still open well after their due date. */
	public void reviewEscalated(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	public void changesRequested(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	/** To the government's members: the changes that were asked for are still waited for. */
	public void changesReminder(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	public void accepted(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	public void declined(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	/** To the coordinators: a decision is asked of them. */
	public void decisionWaiting(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	/** To the government's members: the pledge counts for the next edition, and why. */
	public void carriedOver(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

}
