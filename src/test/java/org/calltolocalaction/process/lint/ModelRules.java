package org.calltolocalaction.process.lint;

import java.util.List;
import java.util.stream.Stream;

/** The rules that the models of this project keep. */
public final class ModelRules {

	/**
	 * What bpmnlint recommends, and {@code conditional-event}; written anew here, so that
	 * a build needs no Node.
	 *
	 * @see <a href="https://github.com/bpmn-io/bpmnlint/tree/main/docs/rules">The rules
	 * of bpmnlint</a>
	 */
	public static final List<ModelRule> RECOMMENDED = Stream
		.of(GatewayRules.ALL, FlowRules.ALL, EventRules.ALL, ScopeRules.ALL, ShapeRules.ALL)
		.flatMap(List::stream)
		.toList();

	/** What makes a drawing easy to read. */
	public static final List<ModelRule> READING = ReadingRules.ALL;

	private ModelRules() {
	}

	static Stream<ModelRule> all() {
		return Stream.of(RECOMMENDED, READING).flatMap(List::stream);
	}

}
