package org.calltolocalaction.pledges.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned;
import org.calltolocalaction.pledges.files.cleaning.WayUp;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/**
 * The files of a pledge as others than its own government get them, for documents that
 * are handed on: without what a file tells beyond what it shows.
 */
@Service
public class HandedOnFiles {

	private final Attachments attachments;

	private final CleanCopies copies;

	private final MessageSource messages;

	HandedOnFiles(Attachments attachments, CleanCopies copies, MessageSource messages) {
		this.attachments = attachments;
		this.copies = copies;
		this.messages = messages;
	}

	/**
	 * One of them.
	 *
	 * @param file as it stands in the answers
	 * @param name that says where it is a cleaned copy: its hash is another than the
	 * receipt's
	 * @param content null where no clean copy can be made
	 */
	public record HandedOn(UploadedFile file, String name, @Nullable Path content) {

		/** Whether it is a picture. */
		public boolean picture() {
			return FileType.of(file.type()).filter(type -> type == FileType.JPEG || type == FileType.PNG).isPresent();
		}

		/** Which way up a picture is to be shown, from 1 to 8 as Exif counts them. */
		public int wayUp() {
			try {
				return content == null ? 1 : WayUp.of(content);
			}
			catch (IOException unreadable) {
				throw new UncheckedIOException("A copy of the file " + file.id() + " cannot be read", unreadable);
			}
		}

	}

	/** Some of them, on the disk until they are closed. */
	public record Copies(List<HandedOn> files) implements Closeable {

		@Override
		public void close() throws IOException {
			for (HandedOn file : files) {
				if (file.content() != null) {
					Files.deleteIfExists(file.content());
				}
			}
		}

	}

	/** Copies of these files of a pledge, which the caller closes. */
	public Copies copies(PledgeReference reference, List<UploadedFile> files, Locale language) throws IOException {
		Copies made = new Copies(new ArrayList<>());
		try {
			for (UploadedFile file : files) {
				made.files().add(copy(reference, file, language));
			}
			return made;
		}
		catch (IOException | RuntimeException failed) {
			made.close();
			throw failed;
		}
	}

	private HandedOn copy(PledgeReference reference, UploadedFile file, Locale language) throws IOException {
		Optional<Attachment> known = attachments.find(reference, AttachmentId.of(file.id()));
		if (known.isEmpty()) {
			// A colleague has just taken it out of the draft.
			return new HandedOn(file, file.name(), null);
		}
		Attachment attachment = known.get();
		if (attachment.kept() != Kept.AS_SENT) {
			return new HandedOn(file, file.name(), asKept(attachment.id()));
		}
		FileType type = FileType.of(attachment.type())
			.orElseThrow(() -> new IllegalStateException("Nothing cleans a " + attachment.type()));
		try {
			String name = messages.getMessage("pledges.file.clean-copy", new Object[] { attachment.name() }, language);
			return new HandedOn(file, FileName.of(name, type),
					copies.of(type, out -> attachments.copy(attachment.id(), out)).file());
		}
		catch (CannotBeCleaned told) {
			return new HandedOn(file, file.name(), null);
		}
	}

	private Path asKept(AttachmentId id) throws IOException {
		Path copy = Files.createTempFile("attachment", ".copy");
		try (OutputStream out = Files.newOutputStream(copy)) {
			attachments.copy(id, out);
			return copy;
		}
		catch (IOException | RuntimeException failed) {
			Files.deleteIfExists(copy);
			throw failed;
		}
	}

}
