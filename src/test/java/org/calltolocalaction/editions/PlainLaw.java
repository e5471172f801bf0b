package org.calltolocalaction.editions;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

	/** More time for one edition, that somebody has who submits. */
	public static final class MoreTime {

		public final int year;

		public final String holder;

		/** The last second of it. */
		public final Instant end;

		public Instant endedAt;

		MoreTime(int year, String holder, Instant end) {
			this.year = year;
			this.holder = holder;
			this.end = end;
		}

	}

	/**
	 * A pledge: when it was first submitted, by whom, which call it answered, and in
	 * which frozen report it stands for good.
	 */
	public static final class Submission {

		public final String name;

		public final int call;

		public final Instant at;

		public final Set<String> holders;

		public boolean decided;

		public int frozenIn = WAITS;

		Submission(String name, int call, Instant at, Set<String> holders) {
			this.name = name;
			this.call = call;
			this.at = at;
			this.holders = holders;
		}

	}

	public final List<Year> years = new ArrayList<>();

	public final List<Submission> pledges = new ArrayList<>();

	public final List<MoreTime> extensions = new ArrayList<>();

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
		moved.is = lastInstant.isBefore(second(now)) ? "closed" : "open";
	}

	public void closes(int year) {
		find(year).is = "closed";
	}

	/**
	 * Whether somebody can be given so much time: for a call that was opened, and more
	 * than everybody has and than they have.
	 */
	public boolean canExtend(int year, String holder, Instant end, Instant now) {
		Year extended = find(year);
		if (extended == null || !extended.is.equals("open") && !extended.is.equals("closed")) {
			return false;
		}
		for (MoreTime other : extensions) {
			if (other.year == year && other.holder.equals(holder) && runs(other, now) && !end.isAfter(other.end)) {
				return false;
			}
		}
		return end.isAfter(now) && end.isAfter(extended.lastInstant);
	}

	public MoreTime extend(int year, String holder, Instant end) {
		MoreTime granted = new MoreTime(year, holder, end);
		extensions.add(granted);
		return granted;
	}

	/** What was submitted until then stays on time. */
	public void ends(MoreTime extension, Instant now) {
		extension.endedAt = second(now);
	}

	public boolean runs(MoreTime extension, Instant now) {
		return extension.endedAt == null && !second(now).isAfter(extension.end);
	}

	/** Whether somebody still has more time for it. */
	public boolean extended(int year, Instant now) {
		for (MoreTime extension : extensions) {
			if (extension.year == year && runs(extension, now)) {
				return true;
			}
		}
		return false;
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
	 * The edition for which one of these has more time than everybody at that moment; of
	 * several the first.
	 */
	public int extendedCall(Set<String> holders, Instant at) {
		int call = WAITS;
		for (MoreTime extension : extensions) {
			Year year = find(extension.year);
			boolean takesMore = year.is.equals("open") || year.is.equals("closed");
			if (takesMore && holders.contains(extension.holder) && runs(extension, at)
					&& extension.end.isAfter(year.lastInstant) && (call == WAITS || year.year < call)) {
				call = year.year;
			}
		}
		return call;
	}

	/**
	 * It answers the call for which somebody has more time; else the open one; where none
	 * is open, the latest that still waits for its report; else none.
	 */
	public Submission submits(String name, Instant at, Set<String> holders) {
		int call = extendedCall(holders, at);
		if (call == WAITS) {
			for (Year year : years) {
				if (year.is.equals("open")) {
					call = year.year;
				}
			}
		}
		if (call == WAITS) {
			for (Year year : years) {
				if (year.is.equals("closed") && year.year > call) {
					call = year.year;
				}
			}
		}
		Submission pledge = new Submission(name, call, at, holders);
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
			boolean inTime = year.is.equals("planned") || takesMore && onTime(pledge, year);
			if (notBeforeItsCall && inTime && (best == WAITS || year.year < best)) {
				best = year.year;
			}
		}
		return best;
	}

	/** By everybody's deadline, or by more time that it had then. */
	public boolean onTime(Submission pledge, Year year) {
		Instant at = second(pledge.at);
		if (!at.isAfter(year.lastInstant)) {
			return true;
		}
		for (MoreTime extension : extensions) {
			if (extension.year == year.year && pledge.holders.contains(extension.holder) && !at.isAfter(extension.end)
					&& (extension.endedAt == null || !at.isAfter(extension.endedAt))) {
				return true;
			}
		}
		return false;
	}

	/** A deadline lasts to the end of its second. */
	private static Instant second(Instant instant) {
		return instant.truncatedTo(ChronoUnit.SECONDS);
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
