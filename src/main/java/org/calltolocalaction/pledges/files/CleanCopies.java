package org.calltolocalaction.pledges.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.calltolocalaction.pledges.files.AttachFile.Reason;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned;
import org.calltolocalaction.pledges.files.cleaning.CleanDocument;
import org.calltolocalaction.pledges.files.cleaning.CleanJpeg;
import org.calltolocalaction.pledges.files.cleaning.CleanPdf;
import org.calltolocalaction.pledges.files.cleaning.CleanPng;
import org.calltolocalaction.pledges.files.cleaning.FileCleaner;
import org.calltolocalaction.pledges.files.cleaning.FileCleaner.Outcome;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Makes copies of files without what they tell beyond what they show: of those that
 * somebody sends, once it is known what they are, and of those that were kept before.
 */
@Component
class CleanCopies {

	private static final Map<FileType, FileCleaner> CLEANERS = Map.of(FileType.JPEG, new CleanJpeg(), FileType.PNG,
			new CleanPng(), FileType.PDF, new CleanPdf(), FileType.DOCX, new CleanDocument(), FileType.ODT,
			new CleanDocument());

	/** How a letter is looked at: whoever signs a pledge on paper signs its files too. */
	private static final FileCleaner LETTER = CleanPdf.withFiles();

	private final FileTypes types;

	CleanCopies(FileTypes types) {
		this.types = types;
	}

	/** Where the content of a file comes from, once. */
	@FunctionalInterface
	interface Source {

		void writeTo(OutputStream out) throws IOException;

	}

	/**
	 * The content that is to be kept, or handed out, until it is closed.
	 *
	 * @param size in bytes
	 */
	record Copy(FileType type, Path file, long size, Kept kept) implements Closeable {

		InputStream content() throws IOException {
			return Files.newInputStream(file);
		}

		@Override
		public void close() throws IOException {
			Files.deleteIfExists(file);
		}

	}

	/**
	 * The clean copy of a file that somebody sent, whatever it is called.
	 * @throws UnfitFile where it may not be attached
	 */
	Copy of(InputStreamSource sent) throws IOException, UnfitFile {
		FileType type = type(sent);
		return of(sent, type, cleaner(type));
	}

	/**
	 * The clean copy of a signed letter, which may be a PDF with files in it.
	 * @throws UnfitFile where it may not be kept
	 */
	Copy ofLetter(InputStreamSource sent) throws IOException, UnfitFile {
		FileType type = type(sent);
		return of(sent, type, type == FileType.PDF ? LETTER : cleaner(type));
	}

	private static Copy of(InputStreamSource sent, FileType type, FileCleaner cleaner) throws IOException, UnfitFile {
		try {
			return of(type, cleaner, out -> {
				try (InputStream content = sent.getInputStream()) {
					content.transferTo(out);
				}
			});
		}
		catch (CannotBeCleaned told) {
			throw new UnfitFile(reason(told));
		}
	}

	private FileType type(InputStreamSource sent) throws IOException, UnfitFile {
		Recognised recognised = types.recognise(sent);
		if (recognised instanceof Recognised.NotTaken notTaken) {
			throw new UnfitFile(notTaken.reason());
		}
		return ((Recognised.As) recognised).type();
	}

	private static Reason reason(CannotBeCleaned told) {
		return switch (told.why()) {
			case DAMAGED -> Reason.DAMAGED;
			case LOCKED -> Reason.LOCKED;
			case ACTIVE -> Reason.WITH_SCRIPTS;
			case LINKED -> Reason.LINKED;
			case OTHER_PARTS -> Reason.WITH_OTHER_PARTS;
			case EXCESSIVE -> Reason.EXCESSIVE;
		};
	}

	/**
	 * The clean copy of a file, or the file itself where it is signed.
	 * @throws CannotBeCleaned where the file is not to be handed out
	 */
	Copy of(FileType type, Source source) throws IOException {
		return of(type, cleaner(type), source);
	}

	private static Copy of(FileType type, FileCleaner cleaner, Source source) throws IOException {
		Path sent = Files.createTempFile("attachment", ".sent");
		Path clean = Files.createTempFile("attachment", ".clean");
		try {
			try (OutputStream out = Files.newOutputStream(sent)) {
				source.writeTo(out);
			}
			Outcome outcome;
			try (OutputStream out = Files.newOutputStream(clean)) {
				outcome = cleaner.clean(sent, out);
			}
			if (outcome == Outcome.SIGNED) {
				Files.move(sent, clean, StandardCopyOption.REPLACE_EXISTING);
			}
			return new Copy(type, clean, Files.size(clean), outcome == Outcome.SIGNED ? Kept.SIGNED : Kept.CLEANED);
		}
		catch (IOException | RuntimeException failed) {
			Files.deleteIfExists(clean);
			throw failed;
		}
		finally {
			Files.deleteIfExists(sent);
		}
	}

	private static FileCleaner cleaner(FileType type) {
		FileCleaner cleaner = CLEANERS.get(type);
		if (cleaner == null) {
			throw new IllegalStateException("Nothing cleans a " + type);
		}
		return cleaner;
	}

}
