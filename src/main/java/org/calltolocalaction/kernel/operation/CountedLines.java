package org.calltolocalaction.kernel.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lets through the first lines of a kind and counts the others, minute by minute, so that
 * whatever happens again and again fills no log and is not left unsaid. A kind is
 * forgotten when it did not occur for a while; its next line is a first one again. Of
 * kinds it knows a bounded number, the ones that occurred last.
 */
public final class CountedLines {

	private static final long MINUTE = Duration.ofMinutes(1).toNanos();

	private static final int MOST_KINDS = 1000;

	private final int firstOnes;

	private final long remembered;

	private final LongSupplier nanos;

	private final Map<String, Count> kinds = new LinkedHashMap<>(16, 0.75f, true);

	/**
	 * @param firstOnes how many lines of a kind are let through before they are counted
	 * @param remembered how long after its last line a kind is still known when a minute
	 * is over; zero lets the first ones through anew in each minute
	 * @param nanos the time that passes, as {@link System#nanoTime()} tells it
	 */
	public CountedLines(int firstOnes, Duration remembered, LongSupplier nanos) {
		this.firstOnes = firstOnes;
		this.remembered = remembered.toNanos();
		this.nanos = nanos;
	}

	/**
	 * Lines that were counted since it was said last.
	 *
	 * @param kind as it was given
	 * @param number of lines, at least 1
	 * @param latest of them, as it was given
	 */
	public record Counted(String kind, long number, String latest) {
	}

	/**
	 * Whether this line is one of the first, which are to be said; else it is counted
	 * from now on.
	 */
	public synchronized boolean admit(String kind, String line) {
		long now = nanos.getAsLong();
		Count count = kinds.computeIfAbsent(kind, fresh -> new Count(now));
		count.last = now;
		forgetTheOldest();
		if (count.admitted < firstOnes) {
			count.admitted++;
			return true;
		}
		count.number++;
		count.latest = line;
		return false;
	}

	/** What was counted in minutes that are over; to be asked every second or so. */
	public synchronized List<Counted> due() {
		long now = nanos.getAsLong();
		List<Counted> due = new ArrayList<>();
		for (Iterator<Map.Entry<String, Count>> all = kinds.entrySet().iterator(); all.hasNext();) {
			Map.Entry<String, Count> kind = all.next();
			Count count = kind.getValue();
			if (now - count.began < MINUTE) {
				continue;
			}
			if (count.number > 0) {
				due.add(count.told(kind.getKey(), now));
				if (remembered == 0) {
					all.remove();
				}
			}
			else if (now - count.last >= remembered) {
				all.remove();
			}
		}
		return due;
	}

	/**
	 * All that was counted and not said yet, because there will be nobody to say it
	 * later.
	 */
	public synchronized List<Counted> rest() {
		long now = nanos.getAsLong();
		return kinds.entrySet()
			.stream()
			.filter(kind -> kind.getValue().number > 0)
			.map(kind -> kind.getValue().told(kind.getKey(), now))
			.toList();
	}

	// What was counted of it is lost; so many kinds in one minute are no log that anybody
	// reads.
	private void forgetTheOldest() {
		if (kinds.size() > MOST_KINDS) {
			Iterator<String> oldest = kinds.keySet().iterator();
			oldest.next();
			oldest.remove();
		}
	}

	private static final class Count {

		private long began;

		private long last;

		private int admitted;

		private long number;

		private String latest = "";

		private Count(long now) {
			this.began = now;
		}

		private Counted told(String kind, long now) {
			Counted told = new Counted(kind, number, latest);
			began = now;
			number = 0;
			latest = "";
			return told;
		}

	}

}
