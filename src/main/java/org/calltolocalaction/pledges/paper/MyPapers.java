package org.calltolocalaction.pledges.paper;

import java.util.Locale;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.paper.PaperFile;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Revisions;
import org.springframework.stereotype.Service;

/**
 * Gives members the documents of their own government's pledges; of others there are
 * none. The caller closes what it is given.
 */
@Service
public class MyPapers {

	private final MyPledges mine;

	private final Revisions revisions;

	private final ReceiptDocument receipts;

	private final PledgeDocument pledges;

	MyPapers(MyPledges mine, Revisions revisions, ReceiptDocument receipts, PledgeDocument pledges) {
		this.mine = mine;
		this.revisions = revisions;
		this.receipts = receipts;
		this.pledges = pledges;
	}

	/** The receipt for a version. */
	public PaperFile receipt(PledgeReference reference, int number, Person member, Locale language) {
		Pledge pledge = mine.pledge(reference, member);
		return receipts.of(pledge, revisions.revision(pledge.reference(), number), language);
	}

	/** A version as it was submitted, whole. */
	public PaperFile submitted(PledgeReference reference, int number, Person member, Locale language) {
		return pledges.submitted(mine.pledge(reference, member).reference(), number, language);
	}

	/** The draft as it is now, whole. */
	public PaperFile draft(PledgeReference reference, Person member, Locale language) {
		return pledges.draft(mine.pledge(reference, member).reference(), language, member.zone());
	}

}
