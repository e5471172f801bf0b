package org.calltolocalaction.pledges.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.request.Download;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** Hands out attached files, each to the readers of the answer in which it stands. */
@Service
public class ReadAttachments {

	private final MyPledges mine;

	private final Attachments attachments;

	private final CleanCopies copies;

	private final PledgeForm form;

	private final MessageSource messages;

	ReadAttachments(MyPledges mine, Attachments attachments, CleanCopies copies, PledgeForm form,
			MessageSource messages) {
		this.mine = mine;
		this.attachments = attachments;
		this.copies = copies;
		this.form = form;
		this.messages = messages;
	}

	/**
	 * A file of the member's own government, attached to the working copy or submitted
	 * once: the very bytes that its receipt's hash is of.
	 */
	public Download own(PledgeReference reference, AttachmentId id, Person member) {
		Attachment attachment = find(mine.pledge(reference, member).reference(), id);
		return new Download(attachment.name(), attachment.type(), attachment.size(), out -> attachments.copy(id, out));
	}

	/**
	 * A file that was submitted with one of these revisions, which the caller may show,
	 * in an answer that this reader may read; else it is not found. Nobody but its own
	 * government gets one as it was sent, with all that it tells.
	 * @throws Refused where no clean copy of it can be made
	 */
	public Download submitted(List<Revision> revisions, AttachmentId id, Reader reader) {
		Revision with = revisions.stream()
			.filter(revision -> shows(revision, id, reader))
			.findFirst()
			.orElseThrow(() -> unknown(id));
		return forOthers(find(with.reference(), id));
	}

	private Download forOthers(Attachment attachment) {
		Download.Content content = out -> attachments.copy(attachment.id(), out);
		return attachment.kept() == Kept.AS_SENT ? cleanCopy(attachment, content)
				: new Download(attachment.name(), attachment.type(), attachment.size(), content);
	}

	/**
	 * A file that stands in answers of a draft which the caller may show, as others than
	 * its government get it.
	 * @throws Refused where no clean copy of it can be made
	 */
	public Download ofDraft(PledgeReference reference, Answers shown, AttachmentId id) {
		if (form.files(shown).stream().noneMatch(file -> file.id().equals(id.toString()))) {
			throw unknown(id);
		}
		return forOthers(find(reference, id));
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

	/** It says so by its name: its hash is another than the receipt's. */
	private Download cleanCopy(Attachment attachment, Download.Content sent) {
		FileType type = FileType.of(attachment.type()).orElseThrow(() -> unknown(attachment.id()));
		try (CleanCopies.Copy copy = copies.of(type, sent::writeTo)) {
			byte[] content = Files.readAllBytes(copy.file());
			String name = messages.getMessage("pledges.file.clean-copy", new Object[] { attachment.name() },
					LocaleContextHolder.getLocale());
			return new Download(FileName.of(name, type), attachment.type(), content.length, out -> out.write(content));
		}
		catch (CannotBeCleaned told) {
			throw new Refused("pledges.refused.file-tells", attachment.name());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException("The file " + attachment.id() + " cannot be copied", unreadable);
		}
	}

	private Attachment find(PledgeReference reference, AttachmentId id) {
		return attachments.find(reference, id).orElseThrow(() -> unknown(id));
	}

	private static NotFound unknown(AttachmentId id) {
		return new NotFound("A file " + id);
	}

}
