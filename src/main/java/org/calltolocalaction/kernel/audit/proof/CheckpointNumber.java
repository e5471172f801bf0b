package org.calltolocalaction.kernel.audit.proof;

/** Names one checkpoint; they are counted from 1, without gaps. */
public record CheckpointNumber(long value) {

	/** The number that stands in an address. */
	public static CheckpointNumber of(String text) {
		return new CheckpointNumber(Long.parseUnsignedLong(text));
	}

	@Override
	public String toString() {
		return Long.toString(value);
	}

}
