package org.calltolocalaction.pledges.files;

import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * A file that belongs to a pledge: what is known of it, without its content. Never
 * changes.
 */
record Attachment(AttachmentId id, PledgeReference reference, String name, String type, long size, String sha256,
		Kept kept) {

	/** As the answers refer to it. */
	UploadedFile asAnswer() {
		return new UploadedFile(id.toString(), name, type, size, sha256);
	}

}
