package org.calltolocalaction.coordination.moves;

/**
 * A version of a model, as it was deployed.
 *
 * @param newest whether what begins now begins under it
 * @param running how many processes run under it
 */
public record VersionInUse(int version, boolean newest, long running) {
}
