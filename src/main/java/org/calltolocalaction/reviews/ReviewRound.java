package org.calltolocalaction.reviews;

import java.time.Instant;
import java.util.List;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;

/** Leads a pledge's revision through one round of reviews. Called by the process. */
@Service
public class ReviewRound {

	/** The partners who have to judge the pledge's newest revision: all at first, later those who asked for changes. */
	public List<PartnerCode> partnersToAsk(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	/** Opens the partner's review of the newest revision. */
	public void open(PledgeReference reference, PartnerCode partner) {
		throw new UnsupportedOperationException();
	}

	/** The task of this review is gone without having been completed: withdrawn, or cut off. */
	public void cancel(PledgeReference reference, PartnerCode partner) {
		throw new UnsupportedOperationException();
	}

	/** What the reviews there are add up to. */
	public ReviewTally tally(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	/** When the reviews of the present round are due. */
	public Instant due(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	/** When the coordinators are told of reviews that are still open. */
	public Instant escalation(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

	/** When the round ends with the reviews there are; never before they are due. */
	public Instant cutOff(PledgeReference reference) {
		throw new UnsupportedOperationException();
	}

}
