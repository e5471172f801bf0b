package org.calltolocalaction.pledges.files.cleaning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;

/**
 * Copies a WebP of a document with what its picture and its colours need, and nothing
 * else. The picture itself is not encoded anew.
 */
final class CleanWebp extends PictureCleaner {

	private static final int HEAD = 12;

	private static final int NAME_AND_LENGTH = 8;

	private static final String SAYING_WHAT_FOLLOWS = "VP8X";

	private static final int FOLLOWS_NOTES = 0x08;

	private static final int FOLLOWS_XMP = 0x04;

	private static final Set<String> PICTURES = Set.of("VP8 ", "VP8L", "ANMF");

	private static final Set<String> KEPT = Set.of("ICCP", "ANIM", "ALPH");

	private static final String NOTES = "EXIF";

	@Override
	boolean isOne(byte[] beginning) {
		return beginning.length >= HEAD && text(beginning, 0).equals("RIFF") && text(beginning, 8).equals("WEBP");
	}

	@Override
	void copy(InputStream in, OutputStream out) throws IOException {
		byte[] picture = in.readAllBytes();
		if (!isOne(picture)) {
			throw damaged("does not begin like one");
		}
		ByteBuffer parts = ByteBuffer.wrap(picture).order(ByteOrder.LITTLE_ENDIAN);
		int end = (int) Math.min(picture.length, Integer.toUnsignedLong(parts.getInt(4)) + NAME_AND_LENGTH);
		ByteArrayOutputStream kept = new ByteArrayOutputStream(picture.length);
		Orientation orientation = Orientation.AS_IT_STANDS;
		boolean shown = false;
		for (int at = HEAD; at + NAME_AND_LENGTH <= end;) {
			String name = text(picture, at);
			long length = Integer.toUnsignedLong(parts.getInt(at + 4));
			if (at + NAME_AND_LENGTH + length > end) {
				throw damaged("ends within a part");
			}
			ByteBuffer content = parts.slice(at + NAME_AND_LENGTH, (int) length);
			if (name.equals(NOTES)) {
				orientation = Orientation.of(withoutName(content));
			}
			else if (name.equals(SAYING_WHAT_FOLLOWS) || PICTURES.contains(name) || KEPT.contains(name)) {
				part(name, bytes(content), kept);
			}
			shown |= PICTURES.contains(name);
			at += NAME_AND_LENGTH + (int) (length + (length & 1));
		}
		if (!shown) {
			throw damaged("has no picture");
		}
		if (!orientation.asItStands()) {
			part(NOTES, orientation.asNotes(), kept);
		}
		write(kept.toByteArray(), !orientation.asItStands(), out);
	}

	/** Some programs put the name in front by which a JPEG has them. */
	private static ByteBuffer withoutName(ByteBuffer notes) {
		return notes.remaining() > 6 && notes.get(0) == 'E' ? notes.slice(6, notes.remaining() - 6) : notes;
	}

	private static void write(byte[] parts, boolean withNotes, OutputStream out) throws IOException {
		if (text(parts, 0).equals(SAYING_WHAT_FOLLOWS) && parts.length > NAME_AND_LENGTH) {
			int flags = parts[NAME_AND_LENGTH] & ~(FOLLOWS_NOTES | FOLLOWS_XMP);
			parts[NAME_AND_LENGTH] = (byte) (flags | (withNotes ? FOLLOWS_NOTES : 0));
		}
		out.write(ByteBuffer.allocate(HEAD)
			.order(ByteOrder.LITTLE_ENDIAN)
			.put("RIFF".getBytes(StandardCharsets.US_ASCII))
			.putInt(parts.length + 4)
			.put("WEBP".getBytes(StandardCharsets.US_ASCII))
			.array());
		out.write(parts);
	}

	private static void part(String name, byte[] content, OutputStream out) throws IOException {
		out.write(name.getBytes(StandardCharsets.ISO_8859_1));
		out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(content.length).array());
		out.write(content);
		if (content.length % 2 == 1) {
			out.write(0);
		}
	}

	private static byte[] bytes(ByteBuffer content) {
		byte[] bytes = new byte[content.remaining()];
		content.get(0, bytes);
		return bytes;
	}

	private static String text(byte[] bytes, int at) {
		return bytes.length < at + 4 ? "" : new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
	}

	private static CannotBeCleaned damaged(String how) {
		return new CannotBeCleaned(Why.DAMAGED, "A WebP " + how);
	}

}
