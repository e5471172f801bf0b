package org.calltolocalaction.identity;

/**
 * How much of the desk's mail a person wants. Kept with the person, like language and
 * zone; the mails decide by it.
 *
 * @param digestHour at which full hour of the person's own day the digest comes; kept
 * where none is wanted, for who changes their mind
 */
public record MailPreference(Choice choice, int digestHour) {

	/** Before the working day begins. */
	public static final int USUAL_HOUR = 7;

	/** Of everybody who does not review. */
	public static final MailPreference DEFAULT = new MailPreference(Choice.EVERYTHING, USUAL_HOUR);

	private static final int HOURS = 24;

	/**
	 * What can be chosen. Receipts, sign-in links and mails about a membership come at
	 * once whatever is.
	 */
	public enum Choice {

		/** Each mail when it is written. */
		EVERYTHING,

		/** One mail a day with all that was written since the last. */
		DIGEST,

		/** Only mails that ask the reader to do something, when they are written. */
		WHAT_NEEDS_ME

	}

	/**
	 * What counts until a person chooses: dozens of mails a day near the deadline help no
	 * reviewer.
	 */
	static Choice usual(boolean reviewer) {
		return reviewer ? Choice.DIGEST : DEFAULT.choice();
	}

	public MailPreference {
		if (!isHour(digestHour)) {
			throw new IllegalArgumentException("A day has the full hours 0 to 23, not " + digestHour);
		}
	}

	public static boolean isHour(int hour) {
		return hour >= 0 && hour < HOURS;
	}

}
