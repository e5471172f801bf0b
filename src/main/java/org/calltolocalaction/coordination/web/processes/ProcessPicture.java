package org.calltolocalaction.coordination.web.processes;

import java.util.List;

/**
 * A model as shapes to draw, with what is at each; the template turns them into SVG.
 * Sizes are the picture's own units.
 *
 * @param shapes what lies under others first
 */
record ProcessPicture(int width, int height, List<Stroke> strokes, List<Shape> shapes) {

	/**
	 * A way with an arrow at its end.
	 *
	 * @param path where it runs, as SVG's path data
	 * @param byDefault where the short line that marks it crosses it; empty on others
	 */
	record Stroke(String path, String byDefault, List<Text> name) {
	}

	/**
	 * A node.
	 *
	 * @param outlines its outline and what belongs to it, as SVG's path data, the first
	 * one filled
	 * @param sign the sign in it, as SVG's path data around nothing
	 * @param link where its list is; empty where nothing is there
	 * @param said what is there, in words; empty where nothing is
	 */
	record Shape(String node, String style, List<String> outlines, String sign, boolean filled, double signX,
			double signY, String again, double againX, double againY, List<Text> name, String anchor, String link,
			String said, List<Badge> badges) {

		public boolean linked() {
			return !link.isEmpty();
		}

	}

	/**
	 * How many are there.
	 *
	 * @param style {@code waiting} or {@code failed}
	 */
	record Badge(String style, double x, double y, double width, String number) {

		public double middle() {
			return x + width / 2;
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
