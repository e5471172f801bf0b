package org.calltolocalaction.pledges.paper;

import java.net.URI;
import java.util.Locale;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.paper.Paper;
import org.calltolocalaction.kernel.paper.PaperFile;
import org.calltolocalaction.kernel.paper.PaperPage;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.Receipt;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.receipts.MyReceipts;
import org.calltolocalaction.pledges.receipts.SignReceipt;
import org.calltolocalaction.pledges.signoff.SubmittedSignOff;
import org.calltolocalaction.pledges.signoff.SubmittedSignOffs;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A receipt on one page, for the file or for the wall. It is dated to the submission, so
 * that it is the same whenever it is asked for.
 */
@Component
class ReceiptDocument {

	private final Governments governments;

	private final People people;

	private final MessageSource messages;

	private final DeskProperties desk;

	private final SubmittedSignOffs signOffs;

	private final SignReceipt signed;

	private final Paper paper;

	ReceiptDocument(Governments governments, People people, MessageSource messages, DeskProperties desk,
			SubmittedSignOffs signOffs, SignReceipt signed, Paper paper) {
		this.governments = governments;
		this.people = people;
		this.messages = messages;
		this.desk = desk;
		this.signOffs = signOffs;
		this.signed = signed;
		this.paper = paper;
	}

	/**
	 * What the document shows.
	 *
	 * @param by the name of who submitted
	 * @param signOff what the head of government had said last; null where nothing was
	 * said
	 * @param content where the government's members find what the hash is of
	 * @param signed the name of the file that others verify; null where there is none
	 * @param verify where they do
	 */
	record ReceiptOnPaper(Receipt receipt, String title, Government government, String by,
			@Nullable SubmittedSignOff signOff, URI content, @Nullable String signed, URI verify) {

		/** What stands at the top of each page beside the reference. */
		public String heading() {
			return government.name();
		}

	}

	PaperFile of(Pledge pledge, Revision revision, Locale language) {
		Receipt receipt = revision.receipt();
		ReceiptOnPaper page = new ReceiptOnPaper(receipt, revision.content().title(),
				governments.government(pledge.government()), people.person(revision.submittedBy()).name(),
				signOffs.of(revision.reference(), revision.number()).orElse(null),
				desk.addressOf("/my/pledges/%s/revisions/%d.json".formatted(pledge.reference(), revision.number())),
				signed.of(revision)
					.map(file -> MyReceipts.fileName(revision.reference(), revision.number()))
					.orElse(null),
				desk.addressOf("/receipts/verify"));
		String title = messages.getMessage("pledges.paper.receipt.title",
				new Object[] { receipt.reference().value(), receipt.revision() + "" }, language);
		return paper.make(() -> PaperPage.of("pledges/paper/receipt", page, title, language, revision.submittedAt()));
	}

}
