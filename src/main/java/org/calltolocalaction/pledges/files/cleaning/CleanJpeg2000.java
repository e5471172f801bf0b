package org.calltolocalaction.pledges.files.cleaning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;

/**
 * Copies a JPEG 2000 as it stands in a PDF, with what its picture and its colours need,
 * and nothing else: no notes, no XML, no comments. The picture itself is not encoded
 * anew.
 */
final class CleanJpeg2000 extends PictureCleaner {

	private static final byte[] BOXES = { 0, 0, 0, 12, 'j', 'P', ' ', ' ' };

	private static final int PICTURE = 0xff4fff51;

	private static final int COMMENT = 0xff64;

	/** From here on the picture itself; what is before says how to read it. */
	private static final int FIRST_TILE = 0xff90;

	private static final Set<String> KEPT = Set.of("jP  ", "ftyp", "rreq", "jp2h", "jp2c");

	private static final Set<String> KEPT_OF_HEAD = Set.of("ihdr", "bpcc", "colr", "pclr", "cmap", "cdef", "res ");

	@Override
	boolean isOne(byte[] beginning) {
		return beginning.length >= BOXES.length
				&& (ByteBuffer.wrap(beginning, 0, BOXES.length).equals(ByteBuffer.wrap(BOXES))
						|| ByteBuffer.wrap(beginning).getInt() == PICTURE);
	}

	@Override
	void copy(InputStream in, OutputStream out) throws IOException {
		byte[] whole = in.readAllBytes();
		try {
			ByteBuffer picture = ByteBuffer.wrap(whole);
			out.write(picture.getInt(0) == PICTURE ? codes(picture) : boxes(picture, KEPT));
		}
		catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
			throw new CannotBeCleaned(Why.DAMAGED, "A JPEG 2000 ends within a part");
		}
	}

	private static byte[] boxes(ByteBuffer boxes, Set<String> names) throws IOException {
		ByteArrayOutputStream kept = new ByteArrayOutputStream(boxes.capacity());
		for (int at = 0; at + 8 <= boxes.capacity();) {
			long length = Integer.toUnsignedLong(boxes.getInt(at));
			int head = 8;
			if (length == 1) {
				length = boxes.getLong(at + 8);
				head = 16;
			}
			else if (length == 0) {
				length = boxes.capacity() - at;
			}
			if (length < head || length > boxes.capacity() - at) {
				throw new IllegalArgumentException("A box is longer than what it stands in");
			}
			String name = new String(bytes(boxes.slice(at + 4, 4)), StandardCharsets.ISO_8859_1);
			ByteBuffer content = boxes.slice(at + head, (int) length - head);
			if (names.contains(name)) {
				write(name, content(name, content), kept);
			}
			at += (int) length;
		}
		return kept.toByteArray();
	}

	private static byte[] content(String name, ByteBuffer content) throws IOException {
		return switch (name) {
			case "jp2h" -> boxes(content, KEPT_OF_HEAD);
			case "jp2c" -> codes(content);
			default -> bytes(content);
		};
	}

	private static byte[] codes(ByteBuffer codes) throws IOException {
		ByteArrayOutputStream kept = new ByteArrayOutputStream(codes.capacity());
		kept.write(bytes(codes.slice(0, 2)));
		int at = 2;
		int marker = codes.getShort(at) & 0xffff;
		while (marker != FIRST_TILE) {
			int length = (codes.getShort(at + 2) & 0xffff) + 2;
			if (marker < 0xff00 || length < 4) {
				throw new IllegalArgumentException("A part of the picture is none");
			}
			if (marker != COMMENT) {
				kept.write(bytes(codes.slice(at, length)));
			}
			at += length;
			marker = codes.getShort(at) & 0xffff;
		}
		kept.write(bytes(codes.slice(at, codes.capacity() - at)));
		return kept.toByteArray();
	}

	private static void write(String name, byte[] content, OutputStream out) throws IOException {
		out.write(ByteBuffer.allocate(8)
			.putInt(content.length + 8)
			.put(name.getBytes(StandardCharsets.ISO_8859_1))
			.array());
		out.write(content);
	}

	private static byte[] bytes(ByteBuffer content) {
		byte[] bytes = new byte[content.remaining()];
		content.get(0, bytes);
		return bytes;
	}

}
