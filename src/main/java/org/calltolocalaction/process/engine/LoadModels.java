package org.calltolocalaction.process.engine;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * Reads the models from the database once, in one thread: the newest of each, and older
 * ones on which something runs. Two first requests that both found the cache empty have
 * failed over a definition that was half read.
 */
class LoadModels implements Command<Void> {

	private final Collection<String> inUse;

	/**
	 * @param inUse the ids of the process definitions on which something runs
	 */
	LoadModels(Collection<String> inUse) {
		this.inUse = inUse;
	}

	@Override
	public Void execute(CommandContext context) {
		DeploymentCache cache = context.getProcessEngineConfiguration().getDeploymentCache();
		Set<String> wanted = new LinkedHashSet<>(inUse);
		for (ProcessDefinition model : new ProcessDefinitionQueryImpl().latestVersion().list()) {
			wanted.add(model.getId());
		}
		wanted.forEach(cache::findDeployedProcessDefinitionById);
		for (DecisionDefinition table : new DecisionDefinitionQueryImpl().latestVersion().list()) {
			cache.findDeployedDecisionDefinitionById(table.getId());
		}
		return null;
	}

}
