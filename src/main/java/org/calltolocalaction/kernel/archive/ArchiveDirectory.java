package org.calltolocalaction.kernel.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.calltolocalaction.kernel.archive.UnsafeArchive.Reason;

/**
 * The directory at the end of a ZIP archive, read before any library reads it: libraries
 * keep as many entries as they find, and find what the archive's own count does not tell.
 */
final class ArchiveDirectory {

	private static final int END = 0x06054b50;

	private static final int END_LENGTH = 22;

	private static final int LONGEST_COMMENT = 0xffff;

	private static final int LARGE_LOCATOR = 0x07064b50;

	private static final int LARGE_LOCATOR_LENGTH = 20;

	private static final int ENTRY = 0x02014b50;

	private static final int ENTRY_LENGTH = 46;

	private static final int LOCAL_LENGTH = 30;

	/** For each entry a long name and what programs add to it. */
	private static final int LONGEST_ENTRY = 1024;

	private static final int ENCRYPTED = 1;

	private final SeekableByteChannel file;

	private final int mostEntries;

	private ArchiveDirectory(SeekableByteChannel file, int mostEntries) {
		this.file = file;
		this.mostEntries = mostEntries;
	}

	/**
	 * @throws UnsafeArchive where the archive has too many entries, or is not made as
	 * documents are
	 */
	static void require(SeekableByteChannel file, int mostEntries) throws IOException {
		new ArchiveDirectory(file, mostEntries).require();
	}

	/** Where the data of an entry begin, and where they cannot end before. */
	private record Span(long begins, long ends) {
	}

	private void require() throws IOException {
		long end = endRecord();
		ByteBuffer record = read(end, END_LENGTH);
		int entries = record.getShort(10) & 0xffff;
		long size = record.getInt(12) & 0xffffffffL;
		long begins = record.getInt(16) & 0xffffffffL;
		if (entries > mostEntries || size > (long) mostEntries * LONGEST_ENTRY) {
			throw new UnsafeArchive(Reason.EXCESSIVE, "An archive has %d entries".formatted(entries));
		}
		if (begins + size != end || entries != (record.getShort(8) & 0xffff) || large(end)) {
			throw unreadable("An archive's directory is not where it says");
		}
		requireApart(spans(read(begins, (int) size), entries), begins);
	}

	private long endRecord() throws IOException {
		long from = Math.max(0, file.size() - END_LENGTH - LONGEST_COMMENT);
		ByteBuffer tail = read(from, (int) (file.size() - from));
		for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
			if (tail.getInt(at) == END) {
				if ((tail.getShort(at + 20) & 0xffff) != tail.limit() - at - END_LENGTH) {
					break;
				}
				return from + at;
			}
		}
		throw unreadable("No archive, or one whose end is missing");
	}

	/**
	 * No document that is taken here is so large that it would need the other kind of
	 * directory.
	 */
	private boolean large(long end) throws IOException {
		return end >= LARGE_LOCATOR_LENGTH
				&& read(end - LARGE_LOCATOR_LENGTH, LARGE_LOCATOR_LENGTH).getInt(0) == LARGE_LOCATOR;
	}

	private static List<Span> spans(ByteBuffer directory, int entries) throws UnsafeArchive {
		List<Span> spans = new ArrayList<>();
		int at = 0;
		for (int entry = 0; entry < entries; entry++) {
			if (at + ENTRY_LENGTH > directory.limit() || directory.getInt(at) != ENTRY
					|| (directory.getShort(at + 8) & ENCRYPTED) != 0) {
				throw unreadable("An archive's directory is broken, or its parts are locked");
			}
			int name = directory.getShort(at + 28) & 0xffff;
			long packed = directory.getInt(at + 20) & 0xffffffffL;
			long begins = directory.getInt(at + 42) & 0xffffffffL;
			spans.add(new Span(begins, begins + LOCAL_LENGTH + name + packed));
			at += ENTRY_LENGTH + name + (directory.getShort(at + 30) & 0xffff) + (directory.getShort(at + 32) & 0xffff);
		}
		if (at != directory.limit()) {
			throw unreadable("An archive's directory is longer than its entries");
		}
		return spans;
	}

	/**
	 * Entries that share their data unpack to more than any ratio of one of them shows.
	 */
	private static void requireApart(List<Span> spans, long end) throws UnsafeArchive {
		spans.sort(Comparator.comparingLong(Span::begins));
		for (int number = 0; number < spans.size(); number++) {
			long next = number + 1 < spans.size() ? spans.get(number + 1).begins() : end;
			if (spans.get(number).ends() > next) {
				throw unreadable("Two entries of an archive are one in the other");
			}
		}
	}

	private ByteBuffer read(long from, int length) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
		file.position(from);
		while (bytes.hasRemaining()) {
			if (file.read(bytes) < 0) {
				throw unreadable("An archive ends before its directory does");
			}
		}
		return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
	}

	private static UnsafeArchive unreadable(String what) {
		return new UnsafeArchive(Reason.UNREADABLE, what);
	}

}
