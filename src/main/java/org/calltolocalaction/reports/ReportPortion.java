package org.calltolocalaction.reports;

/**
 * Some of a report's pledges: what is done for thousands is done portion by portion, each
 * in a transaction of its own that lasts seconds. Each pledge is in exactly one portion,
 * which its reference alone decides, so that one that comes in while they are worked
 * through is not left out.
 *
 * @param number which portion it is, from 0
 * @param of into how many the report is cut
 */
public record ReportPortion(int number, int of) {

	public static final ReportPortion WHOLE = new ReportPortion(0, 1);

	/** How many pledges are in one, about. */
	private static final int SIZE = 200;

	/**
	 * Whether a row with a reference is in the portion, for a condition with these two
	 * parameters.
	 */
	static final String IN_SQL = "mod(mod(hashtextextended(reference, 0), :of) + :of, :of) = :number";

	public ReportPortion {
		if (number < 0 || number >= of) {
			throw new IllegalArgumentException("There is no portion " + number + " of " + of);
		}
	}

	/** Into how many portions so many pledges are cut; an empty report is one, too. */
	static int countFor(long pledges) {
		return Math.toIntExact(Math.max(1, (pledges + SIZE - 1) / SIZE));
	}

}
