package org.calltolocalaction.benchmarks;

import java.util.List;
import java.util.Locale;

/** How long something took, each time. */
final class Figures {

	private static final double NANOSECONDS = 1_000_000;

	private final List<Long> ascending;

	private final long processorTime;

	/**
	 * @param processorTime of this whole process, those who ask and the desk that
	 * answers, all cores together
	 */
	Figures(List<Long> nanoseconds, long processorTime) {
		this.ascending = nanoseconds.stream().sorted().toList();
		this.processorTime = processorTime;
	}

	/** What so many of a hundred did not exceed, in milliseconds. */
	double percentile(int percent) {
		int place = (int) Math.ceil(percent / 100.0 * ascending.size()) - 1;
		return ascending.get(Math.max(place, 0)) / NANOSECONDS;
	}

	/**
	 * How long a processor was busy with each, in milliseconds: the same on a machine
	 * that does other things, too.
	 */
	double work() {
		return processorTime / NANOSECONDS / ascending.size();
	}

	/** Says it in a line that is easy to find in what a build prints. */
	void print(String what, String asked) {
		System.out.printf(Locale.ROOT,
				"FIGURE %-62s p50 %6.1f ms  p95 %6.1f ms  longest %6.1f ms  work %5.1f ms  of %d (asked: %s)%n", what,
				percentile(50), percentile(95), percentile(100), work(), ascending.size(), asked);
	}

}
