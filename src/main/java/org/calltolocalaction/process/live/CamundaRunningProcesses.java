package org.calltolocalaction.process.live;

import java.util.Collection;
import java.util.Set;
import org.calltolocalaction.coordination.consistency.RunningProcesses;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks processes up by their business keys, some hundred at once. */
@Component
@Transactional(readOnly = true)
class CamundaRunningProcesses implements RunningProcesses {

	private final JdbcClient jdbc;

	CamundaRunningProcesses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Set<String> of(ModelKey model, Collection<String> businessKeys) {
		return Set.copyOf(jdbc.sql("""
				select distinct way.business_key_ from act_ru_execution way
				join act_re_procdef definition on definition.id_ = way.proc_def_id_ and definition.key_ = ?
				where way.business_key_ = any (?)""")
			.params(model.value(), businessKeys.toArray(String[]::new))
			.query(String.class)
			.list());
	}

}
