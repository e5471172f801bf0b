package org.calltolocalaction.pledges.files.cleaning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.calltolocalaction.pledges.files.cleaning.CannotBeCleaned.Why;

/**
 * Copies a drawing of Windows (EMF, WMF) without the name of the program and of the
 * drawing, and without what programs note in it. Photographs in it cannot be cleaned in
 * their place: where one has notes, the drawing is not taken.
 */
final class CleanMetafile extends PictureCleaner {

	private static final int PLACEABLE = 0x9ac6cdd7;

	private static final int PLACEABLE_LENGTH = 22;

	private static final int WMF_HEAD = 18;

	private static final int WMF_ESCAPE = 0x0626;

	private static final int WMF_COMMENT = 0x000f;

	private static final int EMF_MARK = 0x464d4520;

	private static final int EMF_MARK_AT = 40;

	private static final int EMF_HEAD = 88;

	private static final int EMF_COMMENT = 70;

	private static final int EMF_END = 14;

	/** The one kind of comment that draws. */
	private static final int DRAWING = 0x2b464d45;

	private static final List<byte[]> NOTES = List
		.of("Exif\0\0", "http://ns.adobe.com/", "Photoshop 3.0", "eXIf", "tEXt", "iTXt", "zTXt")
		.stream()
		.map(text -> text.getBytes(StandardCharsets.US_ASCII))
		.toList();

	@Override
	boolean isOne(byte[] beginning) {
		return isEmf(beginning) || isWmf(beginning);
	}

	private static boolean isEmf(byte[] beginning) {
		return beginning.length >= EMF_MARK_AT + 4 && little(beginning).getInt(0) == 1
				&& little(beginning).getInt(EMF_MARK_AT) == EMF_MARK;
	}

	private static boolean isWmf(byte[] beginning) {
		if (beginning.length < 6) {
			return false;
		}
		ByteBuffer head = little(beginning);
		return head.getInt(0) == PLACEABLE || (head.getShort(0) == 1 || head.getShort(0) == 2) && head.getShort(2) == 9
				&& (head.getShort(4) == 0x0300 || head.getShort(4) == 0x0100);
	}

	@Override
	void copy(InputStream in, OutputStream out) throws IOException {
		byte[] drawing = in.readAllBytes();
		try {
			byte[] clean = isEmf(drawing) ? emf(little(drawing)) : wmf(little(drawing));
			if (NOTES.stream().anyMatch(notes -> contains(clean, notes))) {
				throw new CannotBeCleaned(Why.OTHER_PARTS, "A drawing has a photograph with notes in it");
			}
			out.write(clean);
		}
		catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
			throw new CannotBeCleaned(Why.DAMAGED, "A drawing ends within a part");
		}
	}

	private static byte[] emf(ByteBuffer drawing) throws IOException {
		byte[] head = bytes(drawing, 0, Math.max(drawing.getInt(4), EMF_HEAD));
		ByteBuffer kept = little(head);
		long from = Integer.toUnsignedLong(kept.getInt(64));
		long until = from + 2 * Integer.toUnsignedLong(kept.getInt(60));
		if (from >= EMF_HEAD && until <= head.length) {
			Arrays.fill(head, (int) from, (int) until, (byte) 0);
		}
		kept.putInt(60, 0).putInt(64, 0);
		ByteArrayOutputStream clean = new ByteArrayOutputStream(drawing.capacity());
		clean.write(head);
		int records = 1;
		int at = drawing.getInt(4);
		for (boolean ended = false; !ended;) {
			int type = drawing.getInt(at);
			int length = lengthOf(drawing.getInt(at + 4), 8);
			if (type != EMF_COMMENT || length >= 16 && drawing.getInt(at + 12) == DRAWING) {
				clean.write(bytes(drawing, at, length));
				records++;
			}
			at += length;
			ended = type == EMF_END;
		}
		byte[] whole = clean.toByteArray();
		little(whole).putInt(48, whole.length).putInt(52, records);
		return whole;
	}

	private static byte[] wmf(ByteBuffer drawing) throws IOException {
		int head = drawing.getInt(0) == PLACEABLE ? PLACEABLE_LENGTH : 0;
		ByteArrayOutputStream clean = new ByteArrayOutputStream(drawing.capacity());
		clean.write(bytes(drawing, 0, head + WMF_HEAD));
		int at = head + WMF_HEAD;
		for (boolean ended = false; !ended;) {
			int length = lengthOf(Math.multiplyExact(drawing.getInt(at), 2), 6);
			int function = drawing.getShort(at + 4) & 0xffff;
			boolean comment = function == WMF_ESCAPE && length >= 8 && drawing.getShort(at + 6) == WMF_COMMENT;
			if (!comment) {
				clean.write(bytes(drawing, at, length));
			}
			at += length;
			ended = function == 0;
		}
		byte[] whole = clean.toByteArray();
		little(whole).putInt(head + 6, (whole.length - head) / 2);
		return whole;
	}

	private static int lengthOf(int length, int least) {
		if (length < least) {
			throw new IllegalArgumentException("A part is shorter than its own description");
		}
		return length;
	}

	private static byte[] bytes(ByteBuffer drawing, int at, int length) {
		byte[] bytes = new byte[Math.min(length, drawing.capacity())];
		drawing.get(at, bytes);
		return bytes;
	}

	private static boolean contains(byte[] whole, byte[] part) {
		for (int at = 0; at <= whole.length - part.length; at++) {
			if (whole[at] == part[0] && Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
				return true;
			}
		}
		return false;
	}

	private static ByteBuffer little(byte[] bytes) {
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

}
