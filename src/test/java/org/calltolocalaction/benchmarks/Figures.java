package org.calltolocalaction.benchmarks;

import java.util.List;
import java.util.Locale;

/** How long something took, each time. */
final class Figures {

	private static final double NANOSECONDS = 1_000_000;

	private final List<Long> ascending;

	Figures(List<Long> nanoseconds) {
		this.ascending = nanoseconds.stream().sorted().toList();
	}

	/** What so many of a hundred did not exceed, in milliseconds. */
	double percentile(int percent) {
		int place = (int) Math.ceil(percent / 100.0 * ascending.size()) - 1;
		return ascending.get(Math.max(place, 0)) / NANOSECONDS;
	}

	/** Says it in a line that is easy to find in what a build prints. */
	void print(String what, String asked) {
		System.out.printf(Locale.ROOT, "FIGURE %-62s p50 %6.1f ms  p95 %6.1f ms  longest %6.1f ms  of %d (asked: %s)%n",
				what, percentile(50), percentile(95), percentile(100), ascending.size(), asked);
	}

}
