package org.calltolocalaction.pledges.files;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.request.Download;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Revision;
import org.springframework.stereotype.Service;

/** Hands out attached files, each to the readers of the answer in which it stands. */
@Service
public class ReadAttachments {

	private final MyPledges mine;

	private final Attachments attachments;

	private final PledgeForm form;

	ReadAttachments(MyPledges mine, Attachments attachments, PledgeForm form) {
		this.mine = mine;
		this.attachments = attachments;
		this.form = form;
	}

	/**
	 * A file of the member's own government, attached to the working copy or submitted
	 * once.
	 */
	public Download own(PledgeReference reference, AttachmentId id, Person member) {
		return download(mine.pledge(reference, member).reference(), id);
	}

	/**
	 * A file that was submitted with one of these revisions, which the caller may show,
	 * in an answer that this reader may read; else it is not found.
	 */
	public Download submitted(List<Revision> revisions, AttachmentId id, Reader reader) {
		Revision with = revisions.stream()
			.filter(revision -> shows(revision, id, reader))
			.findFirst()
			.orElseThrow(() -> unknown(id));
		return download(with.reference(), id);
	}

	private boolean shows(Revision revision, AttachmentId id, Reader reader) {
		return form.definition()
			.summary(revision.answers(), form.context(Locale.ENGLISH, ZoneOffset.UTC), reader)
			.sections()
			.stream()
			.flatMap(section -> section.rows().stream())
			.flatMap(row -> row.answer().files().stream())
			.anyMatch(file -> file.id().equals(id.toString()));
	}

	private Download download(PledgeReference reference, AttachmentId id) {
		Attachment attachment = attachments.find(reference, id).orElseThrow(() -> unknown(id));
		return new Download(attachment.name(), attachment.type(), attachment.size(), out -> attachments.copy(id, out));
	}

	private static NotFound unknown(AttachmentId id) {
		return new NotFound("A file " + id);
	}

}
