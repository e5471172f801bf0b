package org.calltolocalaction.pledges.files.cleaning;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Which way up a photograph is to be shown: the one thing of what a camera notes that a
 * picture cannot do without.
 *
 * @param number 1 to 8, as Exif counts them; 1 is as it stands
 */
record Orientation(int number) {

	static final Orientation AS_IT_STANDS = new Orientation(1);

	private static final int TAG = 0x0112;

	private static final int ENTRY_LENGTH = 12;

	private static final short NUMBER_OF_TWO_BYTES = 3;

	/**
	 * Reads it from what a camera noted.
	 * @param notes in the format of TIFF; broken ones say nothing
	 */
	static Orientation of(ByteBuffer notes) {
		if (notes.remaining() < 8) {
			return AS_IT_STANDS;
		}
		ByteBuffer tiff = notes.slice();
		tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		long directory = tiff.getInt(4) & 0xffffffffL;
		if (directory + 2 > tiff.limit()) {
			return AS_IT_STANDS;
		}
		int entries = tiff.getShort((int) directory) & 0xffff;
		for (int number = 0; number < entries; number++) {
			long at = directory + 2 + (long) number * ENTRY_LENGTH;
			if (at + ENTRY_LENGTH > tiff.limit()) {
				break;
			}
			int entry = (int) at;
			if ((tiff.getShort(entry) & 0xffff) == TAG && tiff.getShort(entry + 2) == NUMBER_OF_TWO_BYTES) {
				int value = tiff.getShort(entry + 8) & 0xffff;
				return value >= 1 && value <= 8 ? new Orientation(value) : AS_IT_STANDS;
			}
		}
		return AS_IT_STANDS;
	}

	boolean asItStands() {
		return number == 1;
	}

	/** Notes of a camera that noted nothing else. */
	byte[] asNotes() {
		return ByteBuffer.allocate(26)
			.put(new byte[] { 'M', 'M', 0, '*' })
			.putInt(8)
			.putShort((short) 1)
			.putShort((short) TAG)
			.putShort(NUMBER_OF_TWO_BYTES)
			.putInt(1)
			.putShort((short) number)
			.putShort((short) 0)
			.putInt(0)
			.array();
	}

}
