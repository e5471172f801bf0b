package org.calltolocalaction.pledges.files.cleaning;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;

/**
 * Copies a GIF of a document without its comments, the notes of programs and whatever
 * stands behind the end. The picture itself is not encoded anew.
 */
final class CleanGif extends PictureCleaner {

	private static final int HEAD = 13;

	private static final int IMAGE = 0x2c;

	private static final int EXTENSION = 0x21;

	private static final int END = 0x3b;

	private static final int CONTROL = 0xf9;

	private static final int APPLICATION = 0xff;

	/** How often a film is shown, and its colours. */
	private static final Set<String> KEPT = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");

	@Override
	boolean isOne(byte[] beginning) {
		return beginning.length >= 6 && new String(beginning, 0, 6, StandardCharsets.ISO_8859_1).matches("GIF8[79]a");
	}

	@Override
	void copy(InputStream from, OutputStream out) throws IOException {
		DataInputStream in = new DataInputStream(from);
		try {
			byte[] head = in.readNBytes(HEAD);
			if (!isOne(head) || head.length < HEAD) {
				throw damaged("does not begin like one");
			}
			out.write(head);
			out.write(colours(in, head[10]));
			boolean shown = false;
			for (int block = in.readUnsignedByte(); block != END; block = in.readUnsignedByte()) {
				switch (block) {
					case IMAGE -> {
						image(in, out);
						shown = true;
					}
					case EXTENSION -> extension(in, out);
					default -> throw damaged("has a part that is none");
				}
			}
			if (!shown) {
				throw damaged("has no picture");
			}
		}
		catch (EOFException missing) {
			throw damaged("has no end");
		}
		out.write(END);
	}

	private static void image(DataInputStream in, OutputStream out) throws IOException {
		byte[] place = new byte[9];
		in.readFully(place);
		out.write(IMAGE);
		out.write(place);
		out.write(colours(in, place[8]));
		out.write(in.readUnsignedByte());
		pieces(in, out);
	}

	private static byte[] colours(DataInputStream in, byte flags) throws IOException {
		byte[] colours = new byte[(flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1)];
		in.readFully(colours);
		return colours;
	}

	private static void extension(DataInputStream in, OutputStream out) throws IOException {
		int label = in.readUnsignedByte();
		byte[] first = new byte[in.readUnsignedByte()];
		in.readFully(first);
		boolean kept = label == CONTROL
				|| label == APPLICATION && KEPT.contains(new String(first, StandardCharsets.ISO_8859_1));
		OutputStream to = kept ? out : OutputStream.nullOutputStream();
		to.write(EXTENSION);
		to.write(label);
		to.write(first.length);
		to.write(first);
		if (first.length > 0) {
			pieces(in, to);
		}
	}

	private static void pieces(DataInputStream in, OutputStream out) throws IOException {
		int length;
		do {
			length = in.readUnsignedByte();
			byte[] piece = new byte[length];
			in.readFully(piece);
			out.write(length);
			out.write(piece);
		}
		while (length > 0);
	}

	private static CannotBeCleaned damaged(String how) {
		return new CannotBeCleaned(Why.DAMAGED, "A GIF " + how);
	}

}
