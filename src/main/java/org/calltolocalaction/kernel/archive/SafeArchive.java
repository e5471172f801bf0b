package org.calltolocalaction.kernel.archive;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.archive.UnsafeArchive.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The one way to open a ZIP archive that somebody sent, and the documents that are one:
 * spreadsheets and texts. What it costs to look into one is bounded before it is looked
 * into, by counting and never by what it says of itself: how many entries, how much all
 * of them are unpacked, and how much more than packed. Names are unique, and none leads
 * out of the archive.
 */
public final class SafeArchive implements Closeable {

	/** What unpacks to less than this harms nobody, however well it was packed. */
	private static final long HARMLESS = 1024 * 1024;

	/**
	 * What of an archive is looked at.
	 *
	 * @param entries how many there may be
	 * @param unpacked how many bytes all of them together may be
	 * @param ratio how many times of what it is packed one of them may be
	 */
	public record Limits(int entries, long unpacked, int ratio) {
	}

	/** Looks at one part after the other. */
	public interface PartReader {

		/**
		 * @param content may be left before its end
		 */
		void reads(String name, InputStream content) throws IOException;

	}

	private final ZipFile zip;

	private final Limits limits;

	private final Map<String, ZipArchiveEntry> parts = new LinkedHashMap<>();

	private long unpacked;

	/** Once it is: parsers wrap what their streams throw, and close them. */
	private @Nullable UnsafeArchive exceeded;

	private SafeArchive(ZipFile zip, Limits limits) {
		this.zip = zip;
		this.limits = limits;
	}

	/**
	 * @throws UnsafeArchive where it is not to be looked into
	 */
	public static SafeArchive open(byte[] file, Limits limits) throws IOException {
		return open(new SeekableInMemoryByteChannel(file), limits);
	}

	/**
	 * @throws UnsafeArchive where it is not to be looked into
	 */
	public static SafeArchive open(Path file, Limits limits) throws IOException {
		return open(Files.newByteChannel(file), limits);
	}

	private static SafeArchive open(SeekableByteChannel channel, Limits limits) throws IOException {
		try {
			ArchiveDirectory.require(channel, limits.entries());
			channel.position(0);
			SafeArchive archive = new SafeArchive(ZipFile.builder().setSeekableByteChannel(channel).get(), limits);
			archive.readNames();
			return archive;
		}
		catch (UnsafeArchive unsafe) {
			channel.close();
			throw unsafe;
		}
		catch (IOException | RuntimeException broken) {
			channel.close();
			throw unreadable("An archive cannot be opened: " + broken.getMessage());
		}
	}

	/** The names of its parts, as they stand in its directory. */
	public List<String> names() {
		return List.copyOf(parts.keySet());
	}

	/** The beginning of a part; empty where there is no such part. */
	public byte[] beginning(String name, int most) throws IOException {
		ZipArchiveEntry part = parts.get(name);
		if (part == null) {
			return new byte[0];
		}
		try (InputStream content = counted(part)) {
			return content.readNBytes(most);
		}
	}

	/** Unpacks every part once, to its end, whatever the reader leaves of it. */
	public void each(PartReader reader) throws IOException {
		for (Map.Entry<String, ZipArchiveEntry> part : parts.entrySet()) {
			try (InputStream content = counted(part.getValue())) {
				reader.reads(part.getKey(), content);
				content.transferTo(OutputStream.nullOutputStream());
			}
			catch (UnsafeArchive | Refused told) {
				throw told;
			}
			catch (IOException | RuntimeException broken) {
				if (exceeded != null) {
					throw exceeded;
				}
				throw unreadable("A part of an archive cannot be unpacked: " + broken.getMessage());
			}
		}
	}

	@Override
	public void close() throws IOException {
		zip.close();
	}

	private void readNames() throws UnsafeArchive {
		Set<String> folded = new HashSet<>();
		for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
			String name = part.getName();
			// Programs that read a document find its parts whatever their capitals.
			if (leadsOut(name) || !folded.add(name.toLowerCase(Locale.ROOT))) {
				throw unreadable("An archive has a name twice, or one that leads out of it");
			}
			parts.put(name, part);
		}
	}

	private static boolean leadsOut(String name) {
		String plain = name.toLowerCase(Locale.ROOT);
		return name.isEmpty() || name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0
				|| plain.matches("[a-z]:.*") || List.of(plain.split("/")).contains("..");
	}

	private InputStream counted(ZipArchiveEntry part) throws IOException {
		if (!zip.canReadEntryData(part)) {
			throw unreadable("A part of an archive is packed in a way that nobody packs documents");
		}
		InputStream content = part.getSize() == 0 && part.isDirectory() ? new ByteArrayInputStream(new byte[0])
				: zip.getInputStream(part);
		return new Counted(content, Math.max(HARMLESS, Math.max(1, part.getCompressedSize()) * limits.ratio()));
	}

	private static UnsafeArchive unreadable(String what) {
		return new UnsafeArchive(Reason.UNREADABLE, what);
	}

	/** Stops where a part, or all parts together, come to more than they may. */
	private final class Counted extends FilterInputStream {

		private final long most;

		private long read;

		Counted(InputStream content, long most) {
			super(content);
			this.most = most;
		}

		@Override
		public int read() throws IOException {
			int next = super.read();
			count(next < 0 ? 0 : 1);
			return next;
		}

		@Override
		public int read(byte[] bytes, int from, int length) throws IOException {
			int got = super.read(bytes, from, length);
			count(Math.max(got, 0));
			return got;
		}

		@Override
		public long skip(long length) throws IOException {
			return readNBytes((int) Math.min(length, 8192)).length;
		}

		@Override
		public boolean markSupported() {
			return false;
		}

		private void count(int more) throws UnsafeArchive {
			read += more;
			unpacked += more;
			if (read > most || unpacked > limits.unpacked()) {
				exceeded = new UnsafeArchive(Reason.EXCESSIVE, "An archive unpacks to far more than it is");
				throw exceeded;
			}
		}

	}

}
