package org.calltolocalaction.editions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The law of the deadline, written down once more as plainly as it can be said, and apart
 * from the desk's own: what tests hold the desk's against. It keeps lists and looks them
 * through from the beginning each time.
 */
public final class PlainLaw {

	/** Stands for the next edition, which nobody has opened yet. */
	public static final int WAITS = 0;

	/** An edition, in the order in which tests made them known. */
	public static final class Year {

		public final int year;

		public String is;

		public Instant lastInstant;

		Year(int year, String is, Instant lastInstant) {
			this.year = year;
			this.is = is;
			this.lastInstant = lastInstant;
		}

	}

	/**
	 * A pledge: when it was first submitted, which call it answered, and in which frozen
	 * report it stands for good.
	 */
	public static final class Submission {

		public final String name;

		public final int call;

		public final Instant at;

		public boolean decided;

		public int frozenIn = WAITS;

		Submission(String name, int call, Instant at) {
			this.name = name;
			this.call = call;
			this.at = at;
		}

	}

	public final List<Year> years = new ArrayList<>();

	public final List<Submission> pledges = new ArrayList<>();

	/**
	 * @param lastInstant the last second that counts as in time, grace included
	 */
	public void opens(int year, Instant lastInstant) {
		for (Year other : years) {
			if (other.year < year && other.is.equals("planned")) {
				other.is = "given up";
			}
		}
		Year opened = find(year);
		if (opened == null) {
			years.add(new Year(year, "open", lastInstant));
		}
		else {
			opened.is = "open";
			opened.lastInstant = lastInstant;
		}
	}

	public void plans(int year) {
		Year planned = find(year);
		if (planned == null) {
			years.add(new Year(year, "planned", null));
		}
		else {
			planned.is = "planned";
		}
	}

	public void takesBack(int year) {
		find(year).is = "given up";
	}

	public void moves(int year, Instant lastInstant, Instant now) {
		Year moved = find(year);
		moved.lastInstant = lastInstant;
		moved.is = lastInstant.isBefore(now) ? "closed" : "open";
	}

	public void closes(int year) {
		find(year).is = "closed";
	}

	/** Whatever is decided and counts for it stays in its report for good. */
	public void freezes(int year) {
		for (Submission pledge : pledges) {
			if (pledge.decided && placeOf(pledge) == year) {
				pledge.frozenIn = year;
			}
		}
		find(year).is = "frozen";
	}

	/**
	 * It answers the open call; where none is open, the latest that still waits for its
	 * report; else none.
	 */
	public Submission submits(String name, Instant at) {
		int call = WAITS;
		for (Year year : years) {
			if (year.is.equals("open")) {
				call = year.year;
			}
		}
		if (call == WAITS) {
			for (Year year : years) {
				if (year.is.equals("closed") && year.year > call) {
					call = year.year;
				}
			}
		}
		Submission pledge = new Submission(name, call, at);
		pledges.add(pledge);
		return pledge;
	}

	public int placeOf(Submission pledge) {
		if (pledge.frozenIn != WAITS) {
			return pledge.frozenIn;
		}
		int best = WAITS;
		for (Year year : years) {
			boolean notBeforeItsCall = year.year >= pledge.call;
			boolean takesMore = year.is.equals("open") || year.is.equals("closed") || year.is.equals("planned");
			boolean inTime = year.is.equals("planned") || takesMore && !pledge.at.isAfter(year.lastInstant);
			if (notBeforeItsCall && inTime && (best == WAITS || year.year < best)) {
				best = year.year;
			}
		}
		return best;
	}

	public Year find(int year) {
		for (Year known : years) {
			if (known.year == year) {
				return known;
			}
		}
		return null;
	}

	/** The one whose call is open, or nothing. */
	public Year open() {
		for (Year known : years) {
			if (known.is.equals("open")) {
				return known;
			}
		}
		return null;
	}

}
