package org.calltolocalaction.pledges.progress.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.calltolocalaction.kernel.text.Lettering;
import org.calltolocalaction.pledges.progress.PledgeProgress;
import org.calltolocalaction.pledges.progress.PledgeProgress.Kind;
import org.calltolocalaction.pledges.progress.PledgeProgress.Point;
import org.calltolocalaction.pledges.progress.PledgeProgress.Step;
import org.calltolocalaction.pledges.progress.PledgeProgress.StepId;
import org.calltolocalaction.pledges.progress.PledgeProgress.Transition;
import org.calltolocalaction.pledges.progress.PledgeProgress.Visit;
import org.calltolocalaction.pledges.progress.web.ProgressDiagram.Progress;
import org.calltolocalaction.pledges.progress.web.ProgressDiagram.Shape;
import org.calltolocalaction.pledges.progress.web.ProgressDiagram.Stroke;
import org.calltolocalaction.pledges.progress.web.ProgressDiagram.Text;

/**
 * Draws the map of the ways with one pledge's own way on it. Steps stand to each other as
 * in the model, so that whoever knows one picture knows the other; they are moved
 * together and lettered large enough to be read by people.
 */
final class ProgressDiagramRenderer {

	/**
	 * How wide a step is in the model at most; wider ones make room there for what is not
	 * shown here.
	 */
	private static final double STEP_WIDTH = 100;

	private static final double SCALE = 1.2;

	private static final double HALF_A_ROW = 40;

	private static final double MARGIN = 16;

	private static final double TOP = 34;

	private static final double BOTTOM = 20;

	private static final double UNDERNEATH = 90;

	private static final double LETTERS = 15;

	private static final double LINE = 18;

	/** Of a box, on both sides together. */
	private static final double PADDING = 12;

	/** Of the box of the present step, on whose upper side the mark stands. */
	private static final double BELOW_THE_MARK = 11;

	private static final double CORNER = 10;

	private final PledgeProgress.StepMap map;

	private final List<Visit> visits;

	private final Function<StepId, String> names;

	private final List<Step> steps;

	private final Axis across;

	private final Axis down;

	/**
	 * @param visits where the pledge came along, oldest first
	 * @param names of the steps, in the reader's language
	 */
	ProgressDiagramRenderer(PledgeProgress.StepMap map, List<Visit> visits, Function<StepId, String> names) {
		this.map = map;
		this.visits = visits;
		this.names = names;
		// An end to which no line leads, because it can come at any time, would stand
		// there unexplained.
		this.steps = map.steps().stream().filter(step -> connected(step) || visited(step)).toList();
		List<Point> corners = map.transitions().stream().flatMap(line -> corners(line).stream()).toList();
		this.across = new Axis(steps.stream().map(this::room).toList(), corners.stream().map(Point::x).toList(), MARGIN,
				SCALE);
		this.down = new Axis(steps.stream()
			.map(step -> new Axis.Span(step.topLeft().y(), step.topLeft().y() + step.height()))
			.toList(), corners.stream().map(Point::y).toList(), TOP, 1);
	}

	/**
	 * @param now the label of the present step
	 */
	ProgressDiagram picture(String now) {
		Set<List<StepId>> taken = new HashSet<>();
		for (int i = 1; i < visits.size(); i++) {
			taken.add(List.of(visits.get(i - 1).step(), visits.get(i).step()));
		}
		List<Stroke> strokes = map.transitions()
			.stream()
			.map(line -> stroke(line, taken.contains(List.of(line.from(), line.to()))))
			// What was taken lies on top of what was not.
			.sorted(Comparator.comparing(Stroke::progress).reversed())
			.toList();
		return new ProgressDiagram((int) (across.end() + MARGIN), (int) (down.end() + BOTTOM), strokes,
				steps.stream().map(this::shape).toList(), round(Lettering.width(now, LETTERS) + 22));
	}

	private Progress progress(Step step) {
		if (visits.stream().anyMatch(visit -> visit.present() && visit.step().equals(step.id()))) {
			return Progress.NOW;
		}
		return visited(step) ? Progress.DONE : Progress.OPEN;
	}

	private boolean visited(Step step) {
		return visits.stream().anyMatch(visit -> visit.step().equals(step.id()));
	}

	private boolean connected(Step step) {
		return map.transitions()
			.stream()
			.anyMatch(line -> line.from().equals(step.id()) || line.to().equals(step.id()));
	}

	private Shape shape(Step step) {
		Progress progress = progress(step);
		Axis.Span width = width(step);
		double x = across.at(width.from());
		double y = down.at(step.topLeft().y());
		double w = across.at(width.to()) - x;
		double h = down.at(step.topLeft().y() + step.height()) - y;
		if (step.kind() == Kind.STEP) {
			double mark = progress == Progress.NOW ? BELOW_THE_MARK : 0;
			Lettering.Setting name = Lettering.within(name(step), w - PADDING, h - PADDING - mark, LETTERS);
			return shape(step, progress, "box", x, y, w, h, set(name, x + w / 2, y + (h + mark) / 2), "middle");
		}
		if (step.kind() == Kind.FORK) {
			return fork(step, progress, x, y, w, h);
		}
		double side = Math.min(w, h);
		List<String> lines = underneath(step);
		return shape(step, progress, "circle", x + (w - side) / 2, y + (h - side) / 2, side, side,
				set(lines, x + w / 2, y + h / 2 + side / 2 + 4 + lines.size() * LINE / 2), "middle");
	}

	/**
	 * The question stands beside the diamond at that corner at which the model has it.
	 */
	private Shape fork(Step step, Progress progress, double x, double y, double w, double h) {
		Point label = step.nameAt().orElse(step.centre());
		boolean above = label.y() < step.centre().y();
		List<String> lines = Lettering.lines(name(step), 130, LETTERS);
		double middle = y + h / 2;
		double outside = HALF_A_ROW + (above ? 16 : 4) + lines.size() * LINE / 2;
		return shape(step, progress, "diamond", x, y, w, h,
				set(lines, x + w / 2 - 10, above ? middle - outside : middle + outside), "end");
	}

	private static Shape shape(Step step, Progress progress, String form, double x, double y, double w, double h,
			List<Text> name, String anchor) {
		return new Shape(step.id().value(), progress, form, round(x), round(y), round(w), round(h), name, anchor);
	}

	/** Lines of text around a point. */
	private static List<Text> set(List<String> lines, double x, double y) {
		return set(new Lettering.Setting(lines, LETTERS, LINE), x, y);
	}

	private static List<Text> set(Lettering.Setting name, double x, double y) {
		List<Text> texts = new ArrayList<>();
		double baseline = y - (name.lines().size() - 1) * name.leading() / 2 + name.size() * 0.35;
		for (String line : name.lines()) {
			texts.add(new Text(round(x), round(baseline), line, name.size()));
			baseline += name.leading();
		}
		return texts;
	}

	private Stroke stroke(Transition line, boolean taken) {
		List<Point> drawn = corners(line).stream()
			.map(point -> new Point(across.at(point.x()), down.at(point.y())))
			.toList();
		return new Stroke(taken ? Progress.DONE : Progress.OPEN, path(drawn));
	}

	/** Where the line begins, turns and ends. */
	private List<Point> corners(Transition line) {
		List<Point> points = new ArrayList<>(line.points());
		int last = points.size() - 1;
		points.set(0, docked(points.get(0), map.step(line.from())));
		points.set(last, docked(points.get(last), map.step(line.to())));
		return corners(points);
	}

	/** Without the points that lie on a straight line between their neighbours. */
	private static List<Point> corners(List<Point> points) {
		List<Point> corners = new ArrayList<>();
		for (Point point : points) {
			int size = corners.size();
			if (size > 1 && straight(corners.get(size - 2), corners.get(size - 1), point)) {
				corners.remove(size - 1);
			}
			corners.add(point);
		}
		return corners;
	}

	private static boolean straight(Point one, Point two, Point three) {
		return near(one.x(), two.x()) && near(two.x(), three.x()) || near(one.y(), two.y()) && near(two.y(), three.y());
	}

	private static boolean near(double one, double other) {
		return Math.abs(one - other) < 0.5;
	}

	/** With round corners. */
	private static String path(List<Point> points) {
		StringBuilder path = new StringBuilder("M" + pair(points.get(0)));
		for (int i = 1; i < points.size() - 1; i++) {
			Point corner = points.get(i);
			path.append(" L").append(pair(towards(points.get(i - 1), corner)));
			path.append(" Q").append(pair(corner)).append(' ').append(pair(towards(points.get(i + 1), corner)));
		}
		return path.append(" L").append(pair(points.get(points.size() - 1))).toString();
	}

	private static Point towards(Point from, Point corner) {
		double length = Math.hypot(corner.x() - from.x(), corner.y() - from.y());
		double share = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
		return new Point(corner.x() + share * (from.x() - corner.x()), corner.y() + share * (from.y() - corner.y()));
	}

	private static String pair(Point point) {
		return String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y());
	}

	/**
	 * At the outline of the step as it is drawn, which may be narrower than in the model.
	 */
	private static Point docked(Point point, Step step) {
		Axis.Span width = width(step);
		return new Point(Math.max(width.from(), Math.min(width.to(), point.x())), point.y());
	}

	/** What it takes in breadth, with a name that stands underneath. */
	private Axis.Span room(Step step) {
		Axis.Span own = width(step);
		if (step.kind() == Kind.STEP || step.kind() == Kind.FORK) {
			return own;
		}
		double half = underneath(step).stream().mapToDouble(line -> Lettering.width(line, LETTERS)).max().orElse(0) / 2
				/ SCALE;
		double middle = step.centre().x();
		return new Axis.Span(Math.min(own.from(), middle - half), Math.max(own.to(), middle + half));
	}

	private List<String> underneath(Step step) {
		return Lettering.lines(name(step), UNDERNEATH, LETTERS);
	}

	private static Axis.Span width(Step step) {
		double half = Math.min(step.width(), STEP_WIDTH) / 2;
		return new Axis.Span(step.centre().x() - half, step.centre().x() + half);
	}

	private String name(Step step) {
		return names.apply(step.id());
	}

	private static double round(double value) {
		return Math.round(value * 10) / 10.0;
	}

}
