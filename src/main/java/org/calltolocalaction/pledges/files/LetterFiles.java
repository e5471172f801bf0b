package org.calltolocalaction.pledges.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.request.Download;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.files.AttachFile.Reason;
import org.calltolocalaction.pledges.files.AttachFile.Upload;
import org.calltolocalaction.pledges.keeping.RoomForPledges;
import org.calltolocalaction.pledges.keeping.RoomForPledges.Full;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps signed letters exactly as they were sent: a letter can be signed electronically,
 * and any change would break that. What attached files are refused for, letters are
 * refused for too, but for files inside a PDF: the pledge on paper that the desk makes
 * carries its own. No answer refers to a letter, and so nobody but members and
 * coordinators gets one.
 */
@Component
public class LetterFiles {

	private static final Set<FileType> TYPES = EnumSet.of(FileType.PDF, FileType.JPEG, FileType.PNG);

	private final Attachments attachments;

	private final CleanCopies copies;

	private final RoomForPledges room;

	LetterFiles(Attachments attachments, CleanCopies copies, RoomForPledges room) {
		this.attachments = attachments;
		this.copies = copies;
		this.room = room;
	}

	/** The result of keeping a letter. */
	public sealed interface Result {

	}

	/** It is kept until whatever refers to it goes. */
	public record Kept(AttachmentId id, String sha256) implements Result {
	}

	/** Nothing was kept. */
	public record NotKept(Reason reason) implements Result {
	}

	/** Keeps it with the pledge's files; whoever calls this refers to it from now on. */
	@Transactional(propagation = Propagation.MANDATORY)
	public Result keep(Pledge pledge, Upload letter, AccountId by, Instant now) {
		if (letter.size() == 0) {
			return new NotKept(Reason.EMPTY);
		}
		if (letter.size() > AttachFile.LARGEST.toBytes()) {
			return new NotKept(Reason.TOO_LARGE);
		}
		// Cleaned only to see whether anything in it could run.
		try (CleanCopies.Copy looked = copies.ofLetter(letter.content())) {
			if (!TYPES.contains(looked.type())) {
				return new NotKept(Reason.OTHER_TYPE);
			}
			Optional<Full> full = room.forFile(pledge, letter.size());
			if (full.isPresent()) {
				return new NotKept(full.get() == Full.PLEDGE ? Reason.PLEDGE_FULL : Reason.GOVERNMENT_FULL);
			}
			try (InputStream sent = letter.content().getInputStream()) {
				Attachment kept = attachments.keepAsSent(pledge.reference(), FileName.of(letter.name(), looked.type()),
						looked.type(), sent, by, now);
				return new Kept(kept.id(), kept.sha256());
			}
		}
		catch (UnfitFile unfit) {
			return new NotKept(unfit.reason());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException("A letter about " + pledge.reference() + " cannot be read", unreadable);
		}
	}

	/** The letter as it was sent, for a reader of whom the caller knows that they may. */
	public Download download(PledgeReference reference, AttachmentId id) {
		Attachment letter = attachments.find(reference, id).orElseThrow(() -> new NotFound("A letter " + id));
		return new Download(letter.name(), letter.type(), letter.size(), out -> attachments.copy(id, out));
	}

}
