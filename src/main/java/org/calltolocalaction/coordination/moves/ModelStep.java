package org.calltolocalaction.coordination.moves;

/**
 * A step of a model.
 *
 * @param id by which the engine knows it
 * @param name as the model calls it; the id where it has none
 */
public record ModelStep(String id, String name) implements Comparable<ModelStep> {

	@Override
	public int compareTo(ModelStep other) {
		return id.compareTo(other.id);
	}

}
