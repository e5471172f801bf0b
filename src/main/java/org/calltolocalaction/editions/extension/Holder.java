package org.calltolocalaction.editions.extension;

import java.util.UUID;

/**
 * Who has an extension: a government, with all that it submits, or one pledge. By their
 * identifiers alone, because editions know neither governments nor pledges.
 */
public record Holder(Kind kind, String id) {

	/** What an extension is for. */
	public enum Kind {

		GOVERNMENT, PLEDGE;

		/** How the trail calls it. */
		String fact() {
			return this == PLEDGE ? "pledge" : "government";
		}

	}

	public static Holder government(UUID id) {
		return new Holder(Kind.GOVERNMENT, id.toString());
	}

	public static Holder pledge(String reference) {
		return new Holder(Kind.PLEDGE, reference);
	}

	public boolean isPledge() {
		return kind == Kind.PLEDGE;
	}

	@Override
	public String toString() {
		return id;
	}

}
