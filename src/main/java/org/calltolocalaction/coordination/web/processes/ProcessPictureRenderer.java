package org.calltolocalaction.coordination.web.processes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.processes.ModelDrawing;
import org.calltolocalaction.coordination.processes.ModelDrawing.Area;
import org.calltolocalaction.coordination.processes.ModelDrawing.Flow;
import org.calltolocalaction.coordination.processes.ModelDrawing.Form;
import org.calltolocalaction.coordination.processes.ModelDrawing.Mark;
import org.calltolocalaction.coordination.processes.ModelDrawing.Node;
import org.calltolocalaction.coordination.processes.ModelDrawing.Point;
import org.calltolocalaction.coordination.processes.ModelDrawing.Repeated;
import org.calltolocalaction.coordination.processes.StepCount;
import org.calltolocalaction.coordination.web.processes.ProcessPicture.Badge;
import org.calltolocalaction.coordination.web.processes.ProcessPicture.Shape;
import org.calltolocalaction.coordination.web.processes.ProcessPicture.Stroke;
import org.calltolocalaction.coordination.web.processes.ProcessPicture.Text;
import org.calltolocalaction.kernel.text.Lettering;

/**
 * Draws a model as BPMN is drawn, where its own drawing has it, with what is at each
 * node.
 */
final class ProcessPictureRenderer {

	private static final double MARGIN = 24;

	private static final double LETTERS = 13;

	private static final double LINE = 15.5;

	/** How wide a name beside its node may be. */
	private static final double BESIDE = 92;

	private static final double CORNER = 6;

	private static final Map<Mark, String> SIGNS = signs();

	private final ModelDrawing drawing;

	private final StepWords words;

	private final double left;

	private final double top;

	private final double right;

	private final double bottom;

	/** What is said of a step, and where its list is. */
	interface StepWords {

		String name(Node node);

		String name(Flow flow);

		/** What is at the node. */
		StepCount at(Node node);

		/** The same in words. */
		String said(Node node);

		/** Where it is listed. */
		String link(Node node);

		String number(long number);

	}

	ProcessPictureRenderer(ModelDrawing drawing, StepWords words) {
		this.drawing = drawing;
		this.words = words;
		List<Area> areas = Stream
			.of(drawing.nodes().stream().map(Node::area),
					drawing.nodes().stream().flatMap(node -> node.nameAt().stream()),
					drawing.nodes().stream().filter(node -> !node.form().holdsItsName()).map(this::room),
					drawing.flows().stream().flatMap(flow -> flow.nameAt().stream()),
					drawing.flows()
						.stream()
						.flatMap(flow -> flow.points().stream())
						.map(point -> new Area(point.x(), point.y(), 0, 0)))
			.flatMap(area -> area)
			.toList();
		this.left = areas.stream().mapToDouble(Area::x).min().orElse(0) - MARGIN;
		this.top = areas.stream().mapToDouble(Area::y).min().orElse(0) - MARGIN;
		this.right = areas.stream().mapToDouble(area -> area.x() + area.width()).max().orElse(0) + MARGIN;
		this.bottom = areas.stream().mapToDouble(area -> area.y() + area.height()).max().orElse(0) + MARGIN;
	}

	ProcessPicture picture() {
		return new ProcessPicture((int) Math.ceil(right - left), (int) Math.ceil(bottom - top),
				drawing.flows().stream().map(this::stroke).toList(),
				drawing.nodes().stream().map(this::shape).toList());
	}

	/** Of a name that stands beside its node, with the name itself. */
	private Area room(Node node) {
		List<String> lines = Lettering.lines(words.name(node), BESIDE, LETTERS);
		double width = lines.stream().mapToDouble(line -> Lettering.width(line, LETTERS)).max().orElse(0);
		Point at = nameAt(node, lines.size());
		return new Area(at.x() - width / 2, at.y() - lines.size() * LINE / 2, width, lines.size() * LINE);
	}

	/**
	 * The middle of a name: where the drawing has it, and where other languages need more
	 * lines, away from the node.
	 */
	private static Point nameAt(Node node, int lines) {
		Area area = node.area();
		double height = lines * LINE;
		Area own = node.nameAt().orElseGet(() -> new Area(area.centre().x(), area.y() + area.height() + 6, 0, height));
		double middle = own.centre().x();
		if (own.centre().y() > area.y() + area.height()) {
			return new Point(middle, Math.max(own.y(), area.y() + area.height() + 2) + height / 2);
		}
		if (own.centre().y() < area.y()) {
			return new Point(middle, Math.min(own.y() + own.height(), area.y() - 2) - height / 2);
		}
		return own.centre();
	}

	private Shape shape(Node node) {
		Area area = moved(node.area());
		StepCount count = words.at(node);
		boolean filled = node.form() == Form.END || node.form() == Form.THROW || node.mark() == Mark.SEND
				|| node.mark() == Mark.TERMINATE;
		boolean inCorner = node.form() == Form.TASK || node.form() == Form.CALL;
		Point sign = inCorner ? new Point(area.x() + 14, area.y() + 14) : area.centre();
		return new Shape(node.id().value(), node.form().name().toLowerCase(Locale.ROOT).replace('_', '-'),
				outlines(node, area), SIGNS.getOrDefault(node.mark(), ""), filled, round(sign.x()), round(sign.y()),
				again(node.repeated()), round(area.centre().x()), round(area.y() + area.height() - 10),
				name(node, area, inCorner), "middle", count.nothing() ? "" : words.link(node),
				count.nothing() ? "" : words.said(node), badges(count, area));
	}

	private List<Text> name(Node node, Area area, boolean inCorner) {
		String name = words.name(node);
		if (name.isEmpty()) {
			return List.of();
		}
		if (!node.form().holdsItsName()) {
			List<String> lines = Lettering.lines(name, BESIDE, LETTERS);
			Point at = nameAt(node, lines.size());
			return set(new Lettering.Setting(lines, LETTERS, LINE), at.x() - left, at.y() - top);
		}
		if (!inCorner) {
			return set(new Lettering.Setting(List.of(name), LETTERS, LINE), area.centre().x(), area.y() + 14);
		}
		double above = SIGNS.containsKey(node.mark()) ? 14 : 0;
		double below = node.repeated() == Repeated.ONCE ? 0 : 10;
		Lettering.Setting set = Lettering.within(name, area.width() - 10, area.height() - 6 - above - below, LETTERS);
		return set(set, area.centre().x(), area.centre().y() + (above - below) / 2);
	}

	/** Lines of text around a point. */
	private static List<Text> set(Lettering.Setting name, double x, double y) {
		List<Text> texts = new ArrayList<>();
		double baseline = y - (name.lines().size() - 1) * name.leading() / 2 + name.size() * 0.35;
		for (String line : name.lines()) {
			texts.add(new Text(round(x), round(baseline), line, name.size()));
			baseline += name.leading();
		}
		return texts;
	}

	/** At the upper corners, outside of the name. */
	private List<Badge> badges(StepCount count, Area area) {
		List<Badge> badges = new ArrayList<>();
		if (count.waiting() > 0) {
			String number = words.number(count.waiting());
			double width = width(number);
			badges.add(new Badge("waiting", round(area.x() + area.width() - width + 10), round(area.y() - 12), width,
					number));
		}
		if (count.failed() > 0) {
			String number = "! " + words.number(count.failed());
			badges.add(new Badge("failed", round(area.x() - 10), round(area.y() - 12), width(number), number));
		}
		return badges;
	}

	private static double width(String number) {
		return round(Math.max(24, Lettering.width(number, LETTERS) + 14));
	}

	private static List<String> outlines(Node node, Area area) {
		double x = area.x();
		double y = area.y();
		double w = area.width();
		double h = area.height();
		return switch (node.form()) {
			case TASK, CALL, SUBPROCESS, EVENT_SUBPROCESS -> List.of(box(x, y, w, h));
			case GATEWAY -> List.of(path("M%s,%s L%s,%s L%s,%s L%s,%s Z", x + w / 2, y, x + w, y + h / 2, x + w / 2,
					y + h, x, y + h / 2));
			case START, END -> List.of(circle(area, 0));
			case CATCH, THROW, BOUNDARY, QUIET_BOUNDARY -> List.of(circle(area, 0), circle(area, 3.5));
		};
	}

	private static String box(double x, double y, double w, double h) {
		double r = 10;
		return path(
				"M%s,%s h%s a%s,%s 0 0 1 %s,%s v%s a%s,%s 0 0 1 %s,%s h%s a%s,%s 0 0 1 %s,%s v%s a%s,%s 0 0 1 %s,%s Z",
				x + r, y, w - 2 * r, r, r, r, r, h - 2 * r, r, r, -r, r, 2 * r - w, r, r, -r, -r, 2 * r - h, r, r, r,
				-r);
	}

	private static String circle(Area area, double within) {
		double r = Math.min(area.width(), area.height()) / 2 - within;
		return path("M%s,%s a%s,%s 0 1 0 %s,0 a%s,%s 0 1 0 %s,0 Z", area.centre().x() - r, area.centre().y(), r, r,
				2 * r, r, r, -2 * r);
	}

	private Stroke stroke(Flow flow) {
		List<Point> points = flow.points().stream().map(this::moved).toList();
		String name = words.name(flow);
		if (name.isEmpty()) {
			return new Stroke(way(points), crossing(flow, points), List.of());
		}
		Point at = flow.nameAt().map(area -> moved(area).centre()).orElseGet(() -> middle(points));
		return new Stroke(way(points), crossing(flow, points),
				set(new Lettering.Setting(Lettering.lines(name, BESIDE, LETTERS), LETTERS, LINE), at.x(), at.y()));
	}

	/** With round corners. */
	private static String way(List<Point> points) {
		StringBuilder path = new StringBuilder(path("M%s,%s", points.get(0).x(), points.get(0).y()));
		for (int i = 1; i < points.size() - 1; i++) {
			Point corner = points.get(i);
			Point before = towards(points.get(i - 1), corner);
			Point after = towards(points.get(i + 1), corner);
			path.append(
					path(" L%s,%s Q%s,%s %s,%s", before.x(), before.y(), corner.x(), corner.y(), after.x(), after.y()));
		}
		Point last = points.get(points.size() - 1);
		return path.append(path(" L%s,%s", last.x(), last.y())).toString();
	}

	private static String crossing(Flow flow, List<Point> points) {
		if (!flow.byDefault()) {
			return "";
		}
		Point from = points.get(0);
		Point to = points.get(1);
		double length = Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()));
		double x = from.x() + (to.x() - from.x()) / length * 12;
		double y = from.y() + (to.y() - from.y()) / length * 12;
		return path("M%s,%s L%s,%s", x - 4, y - 5, x + 4, y + 5);
	}

	private static Point middle(List<Point> points) {
		Point one = points.get((points.size() - 1) / 2);
		Point other = points.get((points.size() - 1) / 2 + 1);
		return new Point((one.x() + other.x()) / 2, (one.y() + other.y()) / 2 - LINE / 2 - 2);
	}

	private static Point towards(Point from, Point corner) {
		double length = Math.hypot(corner.x() - from.x(), corner.y() - from.y());
		double share = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
		return new Point(corner.x() + share * (from.x() - corner.x()), corner.y() + share * (from.y() - corner.y()));
	}

	private Area moved(Area area) {
		return new Area(area.x() - left, area.y() - top, area.width(), area.height());
	}

	private Point moved(Point point) {
		return new Point(point.x() - left, point.y() - top);
	}

	private static String again(Repeated repeated) {
		return switch (repeated) {
			case ONCE -> "";
			case SIDE_BY_SIDE -> "M-5,-5 V5 M0,-5 V5 M5,-5 V5";
			case ONE_BY_ONE -> "M-6,-4 H6 M-6,0 H6 M-6,4 H6";
		};
	}

	private static String path(String pattern, double... numbers) {
		return String.format(Locale.ROOT, pattern,
				(Object[]) DoubleStream.of(numbers).mapToObj(ProcessPictureRenderer::plain).toArray(String[]::new));
	}

	private static String plain(double number) {
		String text = String.valueOf(round(number));
		return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
	}

	private static double round(double value) {
		return Math.round(value * 10) / 10.0;
	}

	private static Map<Mark, String> signs() {
		Map<Mark, String> signs = new EnumMap<>(Mark.class);
		String envelope = "M-8,-5.5 H8 V5.5 H-8 Z M-8,-5.5 L0,1 L8,-5.5";
		signs.put(Mark.USER, "M-3.5,-4 a3.5,3.5 0 1 0 7,0 a3.5,3.5 0 1 0 -7,0 Z M-7,8 C-7,0.5 7,0.5 7,8 Z");
		signs.put(Mark.SERVICE, "M-3.5,0 a3.5,3.5 0 1 0 7,0 a3.5,3.5 0 1 0 -7,0 Z M0,-8 V-5 M0,5 V8 M-8,0 H-5 M5,0 H8 "
				+ "M-5.7,-5.7 L-3.6,-3.6 M3.6,3.6 L5.7,5.7 M5.7,-5.7 L3.6,-3.6 M-3.6,3.6 L-5.7,5.7");
		signs.put(Mark.RULE, "M-8,-6 H8 V6 H-8 Z M-8,-2 H8 M-3,-2 V6 M-8,2 H8");
		signs.put(Mark.RECEIVE, envelope);
		signs.put(Mark.SEND, envelope);
		signs.put(Mark.SCRIPT, "M-5,-8 H7 L3,0 L7,8 H-5 L-1,0 Z M-1,-4 H3 M1,0 H-1 M-1,4 H3");
		signs.put(Mark.MANUAL, "M-7,6 V-1 L0,-7 L2,-5 L-1,-2 H7 V6 Z");
		signs.put(Mark.TIMER, "M-8.5,0 a8.5,8.5 0 1 0 17,0 a8.5,8.5 0 1 0 -17,0 Z M0,-5.5 V0 L3.5,3");
		signs.put(Mark.MESSAGE, envelope);
		signs.put(Mark.SIGNAL, "M0,-8 L7.5,5.5 H-7.5 Z");
		signs.put(Mark.ERROR, "M-8,7 L-3,-7 L2.5,2 L8,-7 L3,7 L-2.5,-2 Z");
		signs.put(Mark.ESCALATION, "M0,-8 L6.5,7.5 L0,1.5 L-6.5,7.5 Z");
		signs.put(Mark.COMPENSATION, "M0,-6 V6 L-8,0 Z M8,-6 V6 L0,0 Z");
		signs.put(Mark.CONDITION, "M-6,-8 H6 V8 H-6 Z M-3.5,-4.5 H3.5 M-3.5,0 H3.5 M-3.5,4.5 H3.5");
		signs.put(Mark.LINK, "M-8,-3.5 H1 V-7 L8.5,0 L1,7 V3.5 H-8 Z");
		signs.put(Mark.TERMINATE, "M-8,0 a8,8 0 1 0 16,0 a8,8 0 1 0 -16,0 Z");
		signs.put(Mark.CANCEL, "M-6,-6 L6,6 M6,-6 L-6,6");
		signs.put(Mark.EXCLUSIVE, "M-7,-8 L7,8 M7,-8 L-7,8");
		signs.put(Mark.PARALLEL, "M-10,0 H10 M0,-10 V10");
		signs.put(Mark.INCLUSIVE, "M-9,0 a9,9 0 1 0 18,0 a9,9 0 1 0 -18,0 Z");
		signs.put(Mark.EVENT_BASED,
				"M-12,0 a12,12 0 1 0 24,0 a12,12 0 1 0 -24,0 Z M0,-7 L6.7,-2.2 L4.1,5.7 H-4.1 L-6.7,-2.2 Z");
		signs.put(Mark.COMPLEX, "M-10,0 H10 M0,-10 V10 M-7,-7 L7,7 M7,-7 L-7,7");
		return signs;
	}

}
