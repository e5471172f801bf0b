package org.calltolocalaction.coordination.processes;

import java.util.List;
import java.util.Optional;

/**
 * A model as its own drawing shows it, in the drawing's units.
 *
 * @param nodes what contains others before what is in it
 */
public record ModelDrawing(ModelKey model, int version, List<Node> nodes, List<Flow> flows) {

	/** What a node is drawn as. */
	public enum Form {

		TASK, CALL, SUBPROCESS, EVENT_SUBPROCESS, START, CATCH, THROW, BOUNDARY, QUIET_BOUNDARY, END, GATEWAY;

		/** Whether its name stands in it, and not beside it. */
		public boolean holdsItsName() {
			return this == TASK || this == CALL || this == SUBPROCESS || this == EVENT_SUBPROCESS;
		}

	}

	/** The sign within a node. */
	public enum Mark {

		NONE, USER, SERVICE, RULE, RECEIVE, SEND, SCRIPT, MANUAL, TIMER, MESSAGE, SIGNAL, ERROR, ESCALATION,
		COMPENSATION, CONDITION, LINK, TERMINATE, CANCEL, EXCLUSIVE, PARALLEL, INCLUSIVE, EVENT_BASED, COMPLEX

	}

	/** Whether a node is run once, or for each of several. */
	public enum Repeated {

		ONCE, SIDE_BY_SIDE, ONE_BY_ONE

	}

	/** A place in the drawing. */
	public record Point(double x, double y) {
	}

	/** A part of the drawing. */
	public record Area(double x, double y, double width, double height) {

		public Point centre() {
			return new Point(x + width / 2, y + height / 2);
		}

	}

	/**
	 * A task, an event, a gateway or a process within the process.
	 *
	 * @param name as the model has it; empty where it has none
	 * @param nameAt where the drawing has its name, if it says so
	 */
	public record Node(NodeId id, String name, Form form, Mark mark, Repeated repeated, Area area,
			Optional<Area> nameAt) {
	}

	/**
	 * A way from one node to another.
	 *
	 * @param name as the model has it; empty where it has none
	 * @param byDefault whether it is taken where no other is
	 */
	public record Flow(NodeId id, String name, List<Point> points, Optional<Area> nameAt, boolean byDefault) {
	}

	public Optional<Node> node(NodeId id) {
		return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
	}

}
