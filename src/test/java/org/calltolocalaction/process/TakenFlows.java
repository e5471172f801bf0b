package org.calltolocalaction.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Remembers which sequence flows were taken: the one thing about a run that the engine's
 * history does not tell.
 */
class TakenFlows extends AbstractBpmnParseListener implements BeanPostProcessor {

	private final Set<String> taken = ConcurrentHashMap.newKeySet();

	Set<String> ids() {
		return Set.copyOf(taken);
	}

	@Override
	public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
		flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> taken.add(flow.getId()));
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof SpringTransactionsProcessEngineConfiguration settings) {
			settings.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(this)));
		}
		return bean;
	}

}
