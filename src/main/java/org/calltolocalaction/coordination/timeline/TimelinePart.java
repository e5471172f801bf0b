package org.calltolocalaction.coordination.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.calltolocalaction.search.SqlCondition;

/** Of what was, as much as somebody wants to see. */
public enum TimelinePart {

	ALL("true"),

	/** And what came back of them. */
	MAILS("kind like 'mail.%'"),

	REVIEWS("kind like 'review.%'"),

	/** What became of it and where it counts, with what was taken from the public. */
	DECISIONS("kind = any (?)");

	private static final String[] DECIDING = { "pledge.accepted", "pledge.changes-requested", "pledge.declined",
			"pledge.disagreement", "pledge.decided", "pledge.included", "pledge.left-out",
			"pledge.left-out-unconfirmed", "pledge.awaits-confirmation", "pledge.awaits-next-edition",
			"pledge.place-changed", "pledge.moved", "pledge.withdrawn", "pledge.revived",
			"pledge.sent-back-to-partners", "pledge.taken-down", "pledge.put-back", "pledge.consent-withdrawn",
			"pledge.consent-given-again" };

	private final String entries;

	TimelinePart(String entries) {
		this.entries = entries;
	}

	/** What stands in an address; all of it where that is no part. */
	public static TimelinePart of(String typed) {
		return Arrays.stream(values()).filter(part -> part.word().equals(typed)).findFirst().orElse(ALL);
	}

	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean withMails() {
		return this == ALL || this == MAILS;
	}

	/** Which entries of the trail. */
	SqlCondition entries() {
		return new SqlCondition(entries, this == DECISIONS ? List.of((Object) DECIDING) : List.of());
	}

}
