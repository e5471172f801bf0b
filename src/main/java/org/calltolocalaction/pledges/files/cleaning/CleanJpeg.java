package org.calltolocalaction.pledges.files.cleaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;
import org.jspecify.annotations.Nullable;

/**
 * Copies a JPEG with what its picture and its colours need, and nothing else: no notes of
 * the camera or of a program, no comments, no small second picture, and nothing behind
 * the end, where telephones keep films. The picture itself is not encoded anew.
 */
public final class CleanJpeg extends PictureCleaner {

	private static final int START = 0xd8;

	private static final int END = 0xd9;

	private static final int SCAN = 0xda;

	private static final int APPLICATION = 0xe0;

	private static final int NOTES = 0xe1;

	private static final int COLOURS = 0xe2;

	private static final int ADOBE = 0xee;

	private static final int COMMENT = 0xfe;

	private static final int NO_MORE = -1;

	private static final byte[] EXIF = { 'E', 'x', 'i', 'f', 0, 0 };

	private static final int JFIF_LENGTH = 14;

	private static final int ADOBE_LENGTH = 12;

	@Override
	boolean isOne(byte[] beginning) {
		return beginning.length >= 3 && (beginning[0] & 0xff) == 0xff && (beginning[1] & 0xff) == START
				&& (beginning[2] & 0xff) == 0xff;
	}

	@Override
	void copy(InputStream in, OutputStream out) throws IOException {
		if (in.read() != 0xff || in.read() != START) {
			throw damaged("does not begin like one");
		}
		marker(out, START);
		boolean shown = false;
		int marker = next(in);
		while (marker != END && marker != NO_MORE) {
			if (standsAlone(marker)) {
				marker = next(in);
				continue;
			}
			byte[] kept = kept(marker, segment(in));
			if (kept != null) {
				marker(out, marker);
				out.write((kept.length + 2) >> 8);
				out.write(kept.length + 2);
				out.write(kept);
			}
			shown |= marker == SCAN;
			marker = marker == SCAN ? scan(in, out) : next(in);
		}
		if (!shown) {
			throw damaged("has no picture");
		}
		marker(out, END);
	}

	private static byte @Nullable [] kept(int marker, byte[] segment) {
		if (marker == APPLICATION) {
			return jfif(segment);
		}
		if (marker == NOTES) {
			return notes(segment);
		}
		if (marker == COLOURS) {
			return begins(segment, "ICC_PROFILE\0") ? segment : null;
		}
		if (marker == ADOBE) {
			// How the colours are to be understood.
			return begins(segment, "Adobe") && segment.length >= ADOBE_LENGTH ? Arrays.copyOf(segment, ADOBE_LENGTH)
					: null;
		}
		return marker >= APPLICATION && marker <= COMMENT ? null : segment;
	}

	private static byte @Nullable [] jfif(byte[] segment) {
		if (!begins(segment, "JFIF\0") || segment.length < JFIF_LENGTH) {
			return null;
		}
		byte[] withoutSmallPicture = Arrays.copyOf(segment, JFIF_LENGTH);
		withoutSmallPicture[JFIF_LENGTH - 2] = 0;
		withoutSmallPicture[JFIF_LENGTH - 1] = 0;
		return withoutSmallPicture;
	}

	private static byte @Nullable [] notes(byte[] segment) {
		if (segment.length < EXIF.length || !Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length)) {
			return null;
		}
		Orientation orientation = Orientation
			.of(ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length).slice());
		if (orientation.asItStands()) {
			return null;
		}
		byte[] notes = orientation.asNotes();
		return ByteBuffer.allocate(EXIF.length + notes.length).put(EXIF).put(notes).array();
	}

	private static boolean begins(byte[] segment, String with) {
		byte[] beginning = with.getBytes(StandardCharsets.US_ASCII);
		return segment.length >= beginning.length
				&& Arrays.equals(segment, 0, beginning.length, beginning, 0, beginning.length);
	}

	/**
	 * The next marker; what stands before it belongs to no part, and no program shows it.
	 */
	private static int next(InputStream in) throws IOException {
		int read = in.read();
		while (read != NO_MORE) {
			if (read == 0xff) {
				while (read == 0xff) {
					read = in.read();
				}
				if (read != 0) {
					return read;
				}
			}
			read = in.read();
		}
		return NO_MORE;
	}

	private static byte[] segment(InputStream in) throws IOException {
		int length = (in.read() << 8 | in.read()) - 2;
		byte[] segment = length < 0 ? new byte[0] : in.readNBytes(length);
		if (length < 0 || segment.length < length) {
			throw damaged("ends within a part");
		}
		return segment;
	}

	/** Copies the picture, or one pass over it, and gives the marker behind it. */
	private static int scan(InputStream in, OutputStream out) throws IOException {
		int read = in.read();
		while (read != NO_MORE) {
			if (read == 0xff) {
				int next = in.read();
				while (next == 0xff) {
					next = in.read();
				}
				if (next != 0 && !standsAlone(next)) {
					return next;
				}
				out.write(0xff);
				out.write(next);
			}
			else {
				out.write(read);
			}
			read = in.read();
		}
		return NO_MORE;
	}

	/** A restart within the picture, or one of old programs: nothing belongs to it. */
	private static boolean standsAlone(int marker) {
		return marker >= 0xd0 && marker <= 0xd7 || marker == 0x01;
	}

	private static void marker(OutputStream out, int marker) throws IOException {
		out.write(0xff);
		out.write(marker);
	}

	private static CannotBeCleaned damaged(String how) {
		return new CannotBeCleaned(Why.DAMAGED, "A JPEG " + how);
	}

}
