package org.calltolocalaction.pledges.files.cleaning;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
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
 * about those who wrote it, and with clean copies of its pictures and of the documents
 * within it. A part that tells nothing is copied as it is.
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

	private static final Pattern XML = Pattern.compile("(?i)\\.(xml|rels|psmdcp)$");

	private static final Pattern SIGNATURE = Pattern
		.compile("(?i)^(_xmlsignatures/.*\\.xml|META-INF/documentsignatures\\.xml)$");

	/**
	 * As early as an archive can say without more words: which parts are how old tells a
	 * story.
	 */
	private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

	/** How many documents this one stands within. */
	private final int depth;

	/** One that stands in no other. */
	public CleanDocument() {
		this(0);
	}

	CleanDocument(int depth) {
		this.depth = depth;
	}

	@Override
	public Outcome clean(Path file, OutputStream out) throws IOException {
		OtherParts others = new OtherParts(depth);
		try {
			Set<String> telling = new HashSet<>();
			try (SafeArchive document = SafeArchive.open(file, LIMITS)) {
				if (document.names().stream().anyMatch(name -> SIGNATURE.matcher(name).matches())) {
					return Outcome.SIGNED;
				}
				document.each((name, content) -> {
					if (isXml(name) && !LeftOutParts.contains(name) && PersonalData.isIn(content)) {
						telling.add(name);
					}
				});
			}
			try (SafeArchive document = SafeArchive.open(file, LIMITS);
					ZipOutputStream copy = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
				copy(document, telling, others, copy);
			}
			return Outcome.CLEANED;
		}
		catch (UnsafeArchive unsafe) {
			// The archive tells only that a part of it could not be read to its end.
			throw others.told()
				.orElseGet(() -> new CannotBeCleaned(
						unsafe.reason() == UnsafeArchive.Reason.EXCESSIVE ? Why.EXCESSIVE : Why.DAMAGED,
						"A document cannot be unpacked: " + unsafe.getMessage()));
		}
	}

	private static void copy(SafeArchive document, Set<String> telling, OtherParts others, ZipOutputStream copy)
			throws IOException {
		byte[] type = document.beginning(TYPE, LONGEST_TYPE);
		if (type.length > 0) {
			copy.putNextEntry(stored(type));
			copy.write(type);
			copy.closeEntry();
		}
		document.each((name, content) -> {
			if (name.equals(TYPE) || LeftOutParts.contains(name)) {
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
				others.copy(name, content, copy);
			}
			copy.closeEntry();
		});
	}

	private static boolean isXml(String name) {
		return XML.matcher(name).find();
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
