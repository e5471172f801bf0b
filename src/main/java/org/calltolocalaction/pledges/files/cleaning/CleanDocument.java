package org.calltolocalaction.pledges.files.cleaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.calltolocalaction.kernel.archive.SafeArchive;
import org.calltolocalaction.kernel.archive.UnsafeArchive;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;

/**
 * Copies a text document of Word or of an OpenDocument program without what it tells
 * about those who wrote it, and with clean copies of its photographs. A part that tells
 * nothing is copied as it is.
 */
public final class CleanDocument implements FileCleaner {

	/**
	 * What of a text document is looked at. Long ones have some hundred pictures, and
	 * text is packed to a twentieth: a report of a thousand pages fits.
	 */
	public static final SafeArchive.Limits LIMITS = new SafeArchive.Limits(5_000, 128L * 1024 * 1024, 250);

	/** OpenDocument wants it first, and not compressed. */
	private static final String TYPE = "mimetype";

	private static final int LONGEST_TYPE = 1024;

	private static final List<PictureCleaner> PICTURES = List.of(new CleanJpeg(), new CleanPng());

	private static final int LARGEST_PICTURE = 32 * 1024 * 1024;

	private static final Pattern XML = Pattern.compile("(?i)\\.(xml|rels|psmdcp)$");

	private static final Pattern SIGNATURE = Pattern
		.compile("(?i)^(_xmlsignatures/.*\\.xml|META-INF/documentsignatures\\.xml)$");

	/**
	 * As early as an archive can say without more words: which parts are how old tells a
	 * story.
	 */
	private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

	@Override
	public Outcome clean(Path file, OutputStream out) throws IOException {
		try {
			Set<String> telling = new HashSet<>();
			try (SafeArchive document = SafeArchive.open(file, LIMITS)) {
				if (document.names().stream().anyMatch(name -> SIGNATURE.matcher(name).matches())) {
					return Outcome.SIGNED;
				}
				document.each((name, content) -> {
					if (isXml(name) && PersonalData.isIn(content)) {
						telling.add(name);
					}
				});
			}
			try (SafeArchive document = SafeArchive.open(file, LIMITS);
					ZipOutputStream copy = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
				copy(document, telling, copy);
			}
			return Outcome.CLEANED;
		}
		catch (UnsafeArchive unsafe) {
			throw new CannotBeCleaned(unsafe.reason() == UnsafeArchive.Reason.EXCESSIVE ? Why.EXCESSIVE : Why.DAMAGED,
					"A document cannot be unpacked: " + unsafe.getMessage());
		}
	}

	private static void copy(SafeArchive document, Set<String> telling, ZipOutputStream copy) throws IOException {
		byte[] type = document.beginning(TYPE, LONGEST_TYPE);
		if (type.length > 0) {
			copy.putNextEntry(stored(type));
			copy.write(type);
			copy.closeEntry();
		}
		document.each((name, content) -> {
			if (name.equals(TYPE)) {
				return;
			}
			copy.putNextEntry(entry(name));
			if (telling.contains(name)) {
				PersonalData.leaveOut(content, copy);
			}
			else if (isXml(name)) {
				content.transferTo(copy);
			}
			else {
				other(content, copy);
			}
			copy.closeEntry();
		});
	}

	private static boolean isXml(String name) {
		return XML.matcher(name).find();
	}

	private static void other(InputStream content, OutputStream copy) throws IOException {
		PushbackInputStream ahead = new PushbackInputStream(content, PictureCleaner.BEGINNING);
		byte[] beginning = ahead.readNBytes(PictureCleaner.BEGINNING);
		ahead.unread(beginning);
		Optional<PictureCleaner> format = PICTURES.stream().filter(picture -> picture.isOne(beginning)).findFirst();
		if (format.isEmpty()) {
			ahead.transferTo(copy);
			return;
		}
		byte[] picture = ahead.readNBytes(LARGEST_PICTURE + 1);
		if (picture.length > LARGEST_PICTURE) {
			throw new CannotBeCleaned(Why.EXCESSIVE, "A picture in a document is larger than any document");
		}
		copy.write(format.get().clean(picture));
	}

	private static ZipEntry entry(String name) {
		ZipEntry entry = new ZipEntry(name);
		entry.setTimeLocal(NO_TIME);
		return entry;
	}

	private static ZipEntry stored(byte[] content) {
		CRC32 sum = new CRC32();
		sum.update(content);
		ZipEntry entry = entry(TYPE);
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(content.length);
		entry.setCrc(sum.getValue());
		return entry;
	}

}
