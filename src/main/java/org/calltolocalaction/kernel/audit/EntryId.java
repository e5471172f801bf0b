package org.calltolocalaction.kernel.audit;

/** Names one entry of the trail. */
public record EntryId(long value) {

	/** The id that stands in an address. */
	public static EntryId of(String text) {
		return new EntryId(Long.parseUnsignedLong(text));
	}

	@Override
	public String toString() {
		return Long.toString(value);
	}

}
