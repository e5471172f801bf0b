package org.calltolocalaction.pledges.receipts;

import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.springframework.stereotype.Service;

/** Gives members the signed receipts of their own government. */
@Service
public class MyReceipts {

	private final MyPledges mine;

	private final Revisions revisions;

	private final SignReceipt signed;

	MyReceipts(MyPledges mine, Revisions revisions, SignReceipt signed) {
		this.mine = mine;
		this.revisions = revisions;
		this.signed = signed;
	}

	/** What the file of a receipt is called. */
	public static String fileName(PledgeReference reference, int version) {
		return "%s-%d-receipt.json".formatted(reference, version);
	}

	/**
	 * The file of a receipt.
	 * @throws NotFound where it is somebody else's, or was taken over from before
	 */
	public String file(PledgeReference reference, int version, Person member) {
		Revision revision = revisions.revision(mine.pledge(reference, member).reference(), version);
		return signed.of(revision)
			.map(ReceiptFile::of)
			.map(ReceiptFile::json)
			.orElseThrow(() -> new NotFound("A signed receipt for version %d of %s".formatted(version, reference)));
	}

}
