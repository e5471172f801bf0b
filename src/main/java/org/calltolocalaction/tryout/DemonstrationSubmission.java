package org.calltolocalaction.tryout;

import java.util.UUID;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.files.AttachFile;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** An officer hands a pledge of the demonstration in. */
@Component
@ConditionalOnTryOut
class DemonstrationSubmission {

	private final AttachFile attach;

	private final SubmitPledge submit;

	DemonstrationSubmission(AttachFile attach, SubmitPledge submit) {
		this.attach = attach;
		this.submit = submit;
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
