package org.calltolocalaction.process.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.processes.NodeId;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** What the models call their nodes. */
@Component
class NodeNames {

	private final RepositoryService models;

	/** Of each version, which never changes. */
	private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

	NodeNames(ProcessEngine engine) {
		this.models = engine.getRepositoryService();
	}

	/** Empty where it has no name. */
	String of(String definition, NodeId node) {
		return known.computeIfAbsent(definition, this::read).getOrDefault(node.value(), "");
	}

	private Map<String, String> read(String definition) {
		return models.getBpmnModelInstance(definition)
			.getModelElementsByType(FlowNode.class)
			.stream()
			.filter(node -> node.getName() != null)
			.collect(Collectors.toMap(FlowNode::getId, node -> node.getName().replaceAll("\\s+", " ").strip()));
	}

}
