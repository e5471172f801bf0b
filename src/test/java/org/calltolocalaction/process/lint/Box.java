package org.calltolocalaction.process.lint;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** What something takes of a drawing; one that has no breadth or no height is a line. */
record Box(double left, double top, double right, double bottom) {

	static Box of(Bounds bounds) {
		return new Box(bounds.getX(), bounds.getY(), bounds.getX() + bounds.getWidth(),
				bounds.getY() + bounds.getHeight());
	}

	static Box of(Waypoint waypoint) {
		return between(waypoint, waypoint);
	}

	static Box between(Waypoint one, Waypoint other) {
		return new Box(Math.min(one.getX(), other.getX()), Math.min(one.getY(), other.getY()),
				Math.max(one.getX(), other.getX()), Math.max(one.getY(), other.getY()));
	}

	/** Around all of them. */
	static Box around(List<Box> boxes) {
		return boxes.stream()
			.reduce((one, other) -> new Box(Math.min(one.left, other.left), Math.min(one.top, other.top),
					Math.max(one.right, other.right), Math.max(one.bottom, other.bottom)))
			.orElseThrow();
	}

	double width() {
		return right - left;
	}

	double height() {
		return bottom - top;
	}

	double middle() {
		return (left + right) / 2;
	}

	double halfway() {
		return (top + bottom) / 2;
	}

	/** Whether they share at least a point. */
	boolean touches(Box other) {
		return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
	}

	boolean holds(Box other) {
		return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
	}

	/** Without its outline, at which others may end. */
	Box inside() {
		return new Box(left + 1, top + 1, right - 1, bottom - 1);
	}

}
