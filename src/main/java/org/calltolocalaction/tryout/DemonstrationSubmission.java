package org.calltolocalaction.tryout;

import java.util.List;
import java.util.UUID;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeQuestion;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.calltolocalaction.pledges.files.AttachFile;
import org.calltolocalaction.pledges.signoff.DraftReading;
import org.calltolocalaction.pledges.signoff.GiveSignOff.Said;
import org.calltolocalaction.pledges.signoff.GiveSignOff;
import org.calltolocalaction.pledges.signoff.MakeReadingLink;
import org.calltolocalaction.pledges.signoff.ReadingToken;
import org.calltolocalaction.pledges.signoff.SignOffKind;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/**
 * An officer hands a pledge of the demonstration in, or has the head of their government
 * read a draft.
 */
@Component
@ConditionalOnTryOut
class DemonstrationSubmission {

	private final AttachFile attach;

	private final SubmitPledge submit;

	private final MakeReadingLink link;

	private final DraftReading reading;

	private final GiveSignOff signOff;

	private final SaveDraft save;

	DemonstrationSubmission(AttachFile attach, SubmitPledge submit, MakeReadingLink link, DraftReading reading,
			GiveSignOff signOff, SaveDraft save) {
		this.attach = attach;
		this.submit = submit;
		this.link = link;
		this.reading = reading;
		this.signOff = signOff;
		this.save = save;
	}

	/** The draft is approved by a link, and changed after that. */
	void approvedBefore(Pledge draft, Person officer) {
		ReadingToken token = link.make(draft.reference(), officer);
		signOff.give(token, new Said(SignOffKind.APPROVED, "Amina Nakato", "Mayor", "", reading.of(draft).read()));
		String question = PledgeQuestion.SUPPORT_SOUGHT.key();
		save.save(draft.reference(), new SaveDraft.Change(draft.draftVersion(), UUID.randomUUID(),
				draft.answers().with(question, "Advice from cities that have done the same."), List.of(question)),
				officer);
	}

	void attachDocument(PledgeReference reference, Person officer) {
		byte[] document = DemonstrationDocument.saying("Demonstration of a document that belongs to " + reference);
		attach.attach(reference, "attachments",
				new AttachFile.Upload(reference + ".pdf", document.length, new ByteArrayResource(document)),
				UUID.randomUUID(), officer);
	}

	void submit(PledgeReference reference, long version, Person officer) {
		submit.submit(reference, version, officer);
	}

}
