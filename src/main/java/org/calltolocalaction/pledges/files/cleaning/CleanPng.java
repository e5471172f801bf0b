package org.calltolocalaction.pledges.files.cleaning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;

/**
 * Copies a PNG with what its picture and its colours need, and nothing else: no texts, no
 * times, no notes of a camera or of a program, and nothing behind the end. The picture
 * itself is not encoded anew.
 */
public final class CleanPng extends PictureCleaner {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private static final String END = "IEND";

	private static final String NOTES = "eXIf";

	private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "IDAT", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT",
			"sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "acTL", "fcTL", "fdAT");

	/** As in a JPEG; what is longer is none. */
	private static final int LONGEST_NOTES = 0xffff;

	@Override
	boolean isOne(byte[] beginning) {
		return beginning.length >= SIGNATURE.length
				&& Arrays.equals(beginning, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
	}

	@Override
	void copy(InputStream from, OutputStream to) throws IOException {
		DataInputStream in = new DataInputStream(from);
		DataOutputStream out = new DataOutputStream(to);
		if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
			throw damaged("does not begin like one");
		}
		out.write(SIGNATURE);
		try {
			boolean shown = false;
			String type = "";
			while (!type.equals(END)) {
				long length = in.readInt() & 0xffffffffL;
				type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
				shown |= type.equals("IDAT");
				chunk(type, length, in, out);
			}
			if (!shown) {
				throw damaged("has no picture");
			}
		}
		catch (EOFException missing) {
			throw damaged("has no end");
		}
		out.flush();
	}

	private static void chunk(String type, long length, DataInputStream in, DataOutputStream out) throws IOException {
		if (type.equals(END)) {
			write(END, new byte[0], out);
		}
		else if (type.equals(NOTES) && length <= LONGEST_NOTES) {
			Orientation orientation = Orientation.of(ByteBuffer.wrap(in.readNBytes((int) length)));
			in.skipNBytes(4);
			if (!orientation.asItStands()) {
				write(NOTES, orientation.asNotes(), out);
			}
		}
		else if (KEPT.contains(type)) {
			out.writeInt((int) length);
			out.writeBytes(type);
			copy(in, length + 4, out);
		}
		else {
			in.skipNBytes(length + 4);
		}
	}

	private static void copy(InputStream in, long length, OutputStream out) throws IOException {
		byte[] piece = new byte[8192];
		for (long left = length; left > 0;) {
			int read = in.read(piece, 0, (int) Math.min(piece.length, left));
			if (read < 0) {
				throw new EOFException();
			}
			out.write(piece, 0, read);
			left -= read;
		}
	}

	private static void write(String type, byte[] content, DataOutputStream out) throws IOException {
		CRC32 sum = new CRC32();
		sum.update(type.getBytes(StandardCharsets.ISO_8859_1));
		sum.update(content);
		out.writeInt(content.length);
		out.writeBytes(type);
		out.write(content);
		out.writeInt((int) sum.getValue());
	}

	private static CannotBeCleaned damaged(String how) {
		return new CannotBeCleaned(Why.DAMAGED, "A PNG " + how);
	}

}
