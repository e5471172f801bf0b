package org.calltolocalaction.process.engine;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.coordination.operations.EngineStanding;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which engine, models and nodes there are. */
@Component
@Transactional(readOnly = true)
class ReadEngineStanding implements EngineStanding {

	private final ModelRelease models;

	private final JdbcClient jdbc;

	ReadEngineStanding(ModelRelease models, JdbcClient jdbc) {
		this.models = models;
		this.jdbc = jdbc;
	}

	@Override
	public String engine() {
		return String.valueOf(ProcessEngine.class.getPackage().getImplementationVersion());
	}

	@Override
	public int modelsHere() {
		return models.number();
	}

	@Override
	public Optional<Integer> modelsDeployed() {
		return models.newest();
	}

	@Override
	public List<Node> nodes() {
		return jdbc.sql("""
				select host, started_at, seen_at from engine_node where seen_at > now() - interval '1 minute'
				order by started_at, lock_owner""")
			.query((row, number) -> new Node(row.getString("host"), row.getTimestamp("started_at").toInstant(),
					row.getTimestamp("seen_at").toInstant()))
			.list();
	}

}
