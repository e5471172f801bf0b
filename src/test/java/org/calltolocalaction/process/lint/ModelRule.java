package org.calltolocalaction.process.lint;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/**
 * One thing that a model must not have, under the name by which modellers know it.
 *
 * @param objections the elements of a model that have it
 */
public record ModelRule(String name, Function<Model, Stream<? extends BaseElement>> objections) {

	/** The ids of the elements to which the rule objects, each once. */
	public List<String> findings(Model model) {
		return objections.apply(model).map(BaseElement::getId).distinct().toList();
	}

	@Override
	public String toString() {
		return name;
	}

}
