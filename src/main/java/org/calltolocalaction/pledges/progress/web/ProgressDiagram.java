package org.calltolocalaction.pledges.progress.web;

import java.util.List;
import java.util.Locale;

/**
 * The way of a pledge as shapes to draw; the template turns them into SVG. Sizes are the
 * picture's own units.
 *
 * @param nowWidth how wide the label of the present step is
 */
record ProgressDiagram(int width, int height, List<Stroke> strokes, List<Shape> shapes, double nowWidth) {

	/**
	 * How far the pledge is at a step, or along a line. The names are those of the style
	 * sheet.
	 */
	enum Progress {

		DONE, NOW, OPEN;

		public String style() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * A line with an arrow at its end.
	 *
	 * @param path where it runs, as SVG's path data
	 */
	record Stroke(Progress progress, String path) {
	}

	/**
	 * A step: a box, a diamond or a circle.
	 *
	 * @param step its id in the model, for whoever looks for it
	 * @param form {@code box}, {@code diamond} or {@code circle}
	 * @param name its public name, line by line
	 * @param anchor how the lines of the name are set: {@code middle} or {@code end}
	 */
	record Shape(String step, Progress progress, String form, double x, double y, double width, double height,
			List<Text> name, String anchor) {

		public double middle() {
			return x + width / 2;
		}

		public double halfway() {
			return y + height / 2;
		}

		/**
		 * Where the tick of a step that is done is drawn: on a box at its corner, on
		 * others in their middle.
		 */
		public double markX() {
			return form.equals("box") ? x + width - 5 : middle();
		}

		public double markY() {
			return form.equals("box") ? y + 5 : halfway();
		}

		/** The corners of a diamond, as SVG's points. */
		public String corners() {
			return "%s,%s %s,%s %s,%s %s,%s".formatted(middle(), y, x + width, halfway(), middle(), y + height, x,
					halfway());
		}

	}

	/**
	 * One line of a name.
	 *
	 * @param size of its letters
	 */
	record Text(double x, double y, String words, double size) {
	}

}
