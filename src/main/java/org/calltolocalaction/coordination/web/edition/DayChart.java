package org.calltolocalaction.coordination.web.edition;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.coordination.figures.EditionFigures.Day;
import org.calltolocalaction.editions.Deadline;

/**
 * The submissions of each day as bars, with the last day of the call: a picture of what
 * the table beside it says. Measures are those of the picture.
 *
 * @param deadline where the last day of the call ends; none where that is not in the
 * picture
 * @param most on one day
 */
record DayChart(List<Bar> bars, Optional<Double> deadline, long most, LocalDate first, LocalDate last) {

	static final int WIDTH = 720;

	static final int HEIGHT = 160;

	/** What came long before is in the table. */
	private static final int MOST_DAYS = 366;

	/** A day is seen also where there are three hundred. */
	private static final double NARROWEST_BAR = 3;

	/** One day. */
	record Bar(double x, double y, double width, double height) {
	}

	static DayChart of(Deadline deadline, List<Day> days) {
		LocalDate ends = LocalDate.ofInstant(deadline.instant(), Deadline.ANYWHERE_ON_EARTH);
		if (days.isEmpty()) {
			return new DayChart(List.of(), Optional.empty(), 0, ends, ends);
		}
		LocalDate newest = days.get(days.size() - 1).day();
		LocalDate last = ends.isAfter(newest) && ends.isBefore(newest.plusDays(MOST_DAYS)) ? ends : newest;
		LocalDate oldest = days.get(0).day();
		LocalDate first = oldest.isBefore(last.minusDays(MOST_DAYS)) ? last.minusDays(MOST_DAYS) : oldest;
		double width = (double) WIDTH / (ChronoUnit.DAYS.between(first, last) + 1);
		long most = days.stream().mapToLong(Day::number).max().orElse(1);
		List<Bar> bars = days.stream().filter(day -> !day.day().isBefore(first)).map(day -> {
			double height = (double) HEIGHT * day.number() / most;
			return new Bar(rounded(ChronoUnit.DAYS.between(first, day.day()) * width), rounded(HEIGHT - height),
					rounded(Math.max(NARROWEST_BAR, width - 1)), rounded(height));
		}).toList();
		Optional<Double> line = Optional.of(ends)
			.filter(day -> !day.isBefore(first) && !day.isAfter(last))
			.map(day -> rounded((ChronoUnit.DAYS.between(first, day) + 1) * width));
		return new DayChart(bars, line, most, first, last);
	}

	private static double rounded(double measure) {
		return Math.round(measure * 10) / 10.0;
	}

	public int width() {
		return WIDTH;
	}

	public int height() {
		return HEIGHT;
	}

}
