package org.calltolocalaction.pledges.submitting;

import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.files.Attachments;
import org.calltolocalaction.pledges.keeping.DraftSaves;
import org.calltolocalaction.pledges.receipts.SignReceipt;
import org.calltolocalaction.pledges.signoff.DraftSignOffs;
import org.calltolocalaction.pledges.similarity.SimilarityIndex;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a revision together with what hangs on it: its files stay for ever, and so does
 * whose approval it had; its receipt is signed, it can be found by what it says, and the
 * saves of the working copy that it came from may go.
 */
@Component
class KeepRevision {

	private final Revisions revisions;

	private final SimilarityIndex index;

	private final Attachments attachments;

	private final DraftSaves saves;

	private final DraftSignOffs signOffs;

	private final SignReceipt receipts;

	private final PledgeForm form;

	KeepRevision(Revisions revisions, SimilarityIndex index, Attachments attachments, DraftSaves saves,
			DraftSignOffs signOffs, SignReceipt receipts, PledgeForm form) {
		this.revisions = revisions;
		this.index = index;
		this.attachments = attachments;
		this.saves = saves;
		this.signOffs = signOffs;
		this.receipts = receipts;
		this.form = form;
	}

	/**
	 * @param answers what the revision says
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	Revision keep(Pledge pledge, Revision submitted, Answers answers) {
		Revision revision = revisions.saveAndFlush(submitted);
		index.keep(pledge, answers);
		attachments.submitted(pledge.reference(), revision.number(), form.files(answers));
		saves.submitted(pledge.reference(), pledge.draftVersion());
		signOffs.submitted(pledge, revision.number(), answers);
		receipts.submitted(revision);
		return revision;
	}

	/** What was submitted last. */
	Revision latestOf(Pledge pledge) {
		return revisions.latestOf(pledge);
	}

}
