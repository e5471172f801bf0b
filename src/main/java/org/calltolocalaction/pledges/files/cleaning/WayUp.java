package org.calltolocalaction.pledges.files.cleaning;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells which way up a photograph is to be shown, to whoever draws it without knowing
 * what cameras note.
 */
public final class WayUp {

	private static final int JPEG = 0xffd8;

	private static final int NOTES = 0xffe1;

	private static final int SCAN = 0xffda;

	private static final int EXIF_LENGTH = 6;

	private static final int PNG_SIGNATURE = 8;

	private static final int CHECKSUM = 4;

	private WayUp() {
	}

	/**
	 * The way up of the picture in a JPEG or PNG file, from 1 to 8 as Exif counts them; 1
	 * where it does not say.
	 */
	public static int of(Path picture) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(picture)))) {
			return (in.readUnsignedShort() == JPEG ? ofJpeg(in) : ofPng(in)).number();
		}
		catch (EOFException saysNothing) {
			return Orientation.AS_IT_STANDS.number();
		}
	}

	private static Orientation ofJpeg(DataInputStream in) throws IOException {
		for (int marker = in.readUnsignedShort(); marker > 0xff00 && marker != SCAN; marker = in.readUnsignedShort()) {
			int length = in.readUnsignedShort() - 2;
			if (marker == NOTES && length > EXIF_LENGTH) {
				byte[] notes = in.readNBytes(length);
				if (new String(notes, 0, EXIF_LENGTH, StandardCharsets.ISO_8859_1).equals("Exif\0\0")) {
					return Orientation.of(ByteBuffer.wrap(notes, EXIF_LENGTH, notes.length - EXIF_LENGTH).slice());
				}
			}
			else {
				in.skipNBytes(Math.max(0, length));
			}
		}
		return Orientation.AS_IT_STANDS;
	}

	private static Orientation ofPng(InputStream begun) throws IOException {
		DataInputStream in = new DataInputStream(begun);
		in.skipNBytes(PNG_SIGNATURE - 2);
		while (true) {
			int length = in.readInt();
			String chunk = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
			if (length < 0 || chunk.equals("IEND")) {
				return Orientation.AS_IT_STANDS;
			}
			if (chunk.equals("eXIf")) {
				return Orientation.of(ByteBuffer.wrap(in.readNBytes(Math.min(length, 1 << 16))));
			}
			in.skipNBytes((long) length + CHECKSUM);
		}
	}

}
