package org.calltolocalaction.coordination.processes;

/**
 * One version of a model, as it was deployed.
 *
 * @param latest whether what begins now begins with it
 * @param running how many processes run on it
 * @param failed how many of their steps have given up
 */
public record ModelVersion(ModelKey model, int version, boolean latest, long running, long failed) {
}
