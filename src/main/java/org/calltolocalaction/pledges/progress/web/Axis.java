package org.calltolocalaction.pledges.progress.web;

import java.util.Collection;
import java.util.TreeSet;

/**
 * One direction of the picture, drawn closer together than the model: what a step takes
 * keeps its size, and the space between steps, from which others were left out, shrinks
 * to what the lines in it need.
 */
final class Axis {

	private static final double BETWEEN_STEPS = 36;

	private static final double BETWEEN_LINES = 22;

	/** From where to where something is drawn. */
	record Span(double from, double to) {

		boolean holds(double start, double end) {
			return from <= start && end <= to;
		}

	}

	private final double[] before;

	private final double[] after;

	/**
	 * @param steps where steps are in the model
	 * @param lines where lines run across the axis
	 */
	Axis(Collection<Span> steps, Collection<Double> lines, double margin, double scale) {
		TreeSet<Double> edges = new TreeSet<>();
		steps.forEach(step -> {
			edges.add(step.from());
			edges.add(step.to());
		});
		TreeSet<Double> all = new TreeSet<>(edges);
		all.addAll(lines);
		before = all.stream().mapToDouble(Double::doubleValue).toArray();
		after = new double[before.length];
		after[0] = margin;
		for (int i = 1; i < before.length; i++) {
			double start = before[i - 1];
			double end = before[i];
			boolean taken = steps.stream().anyMatch(step -> step.holds(start, end));
			double widest = edges.contains(start) && edges.contains(end) ? BETWEEN_STEPS : BETWEEN_LINES;
			after[i] = after[i - 1] + (taken ? (end - start) * scale : Math.min(end - start, widest));
		}
	}

	/** Where on the picture this place of the model is. */
	double at(double inModel) {
		if (inModel <= before[0]) {
			return after[0] + inModel - before[0];
		}
		for (int i = 1; i < before.length; i++) {
			if (inModel <= before[i]) {
				double share = (inModel - before[i - 1]) / (before[i] - before[i - 1]);
				return after[i - 1] + share * (after[i] - after[i - 1]);
			}
		}
		return end() + inModel - before[before.length - 1];
	}

	double end() {
		return after[after.length - 1];
	}

}
