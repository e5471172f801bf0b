package org.calltolocalaction.process.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;

/**
 * Starts the engine while no other node does: two at once would both make its tables, and
 * both deploy the models. When it has started, the models are deployed and loaded, before
 * the first request or job asks for one.
 */
class EngineOfOneNode extends SpringTransactionsProcessEngineConfiguration {

	private static final String LOCK = "hashtextextended('start of the engine', 7)";

	private final DataSource database;

	private final ModelRelease models;

	EngineOfOneNode(DataSource database, ModelRelease models) {
		this.database = database;
		this.models = models;
		setDataSource(database);
	}

	@Override
	public ProcessEngine buildProcessEngine() {
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute("select pg_advisory_lock(" + LOCK + ")");
			try {
				EngineSchema.refuseNewer(connection);
				return super.buildProcessEngine();
			}
			finally {
				statement.execute("select pg_advisory_unlock(" + LOCK + ")");
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The engine could not be started on its database", ex);
		}
	}

	@Override
	protected void autoDeployResources(ProcessEngine engine) {
		models.deploy(engine.getRepositoryService());
		getCommandExecutorTxRequired().execute(new LoadModels(models.inUse()));
	}

}
