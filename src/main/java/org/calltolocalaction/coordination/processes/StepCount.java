package org.calltolocalaction.coordination.processes;

/**
 * How much is at a node of a model.
 *
 * @param waiting how many processes are there now
 * @param failed how many jobs of it have given up
 */
public record StepCount(NodeId node, long waiting, long failed) {

	/** Of a node where nothing is. */
	static StepCount none(NodeId node) {
		return new StepCount(node, 0, 0);
	}

	public boolean nothing() {
		return waiting == 0 && failed == 0;
	}

}
