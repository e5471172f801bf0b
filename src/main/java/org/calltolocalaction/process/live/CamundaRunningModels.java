package org.calltolocalaction.process.live;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.calltolocalaction.coordination.processes.AtStep;
import org.calltolocalaction.coordination.processes.ModelDrawing;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.coordination.processes.ModelVersion;
import org.calltolocalaction.coordination.processes.NodeId;
import org.calltolocalaction.coordination.processes.RunningModels;
import org.calltolocalaction.coordination.processes.StepCount;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what runs in the engine's own tables, each page with one question for each
 * number: the engine's queries answer for one process at a time, or read each of them
 * into memory.
 */
@Component
@Transactional(readOnly = true)
class CamundaRunningModels implements RunningModels {

	private static final String ALL = """
			select model.key_, model.version_, coalesce(way.running, 0) as running, coalesce(stuck.failed, 0) as failed,
			model.version_ = max(model.version_) over (partition by model.key_) as latest from act_re_procdef model
			left join (select proc_def_id_, count(*) as running from act_ru_execution where parent_id_ is null
				group by proc_def_id_) way on way.proc_def_id_ = model.id_
			left join (select proc_def_id_, count(*) as failed from act_ru_incident where incident_type_ = 'failedJob'
				group by proc_def_id_) stuck on stuck.proc_def_id_ = model.id_
			order by model.key_, model.version_ desc""";

	// Reviews of one round are one pledge, and all of them together are the step.
	private static final String COUNTS = """
			select node, sum(waiting) as waiting, sum(failed) as failed from (
				select node, count(*) as waiting, 0 as failed from (
					select distinct split_part(act_id_, '#', 1) as node, proc_inst_id_ from act_ru_execution
					where proc_def_id_ = :model and is_active_ and act_id_ is not null) as there
				group by node
				union all
				select split_part(activity_id_, '#', 1), 0, count(*) from act_ru_incident
				where proc_def_id_ = :model and incident_type_ = 'failedJob' group by 1) as counted
			group by node""";

	private static final String AT = """
			select coalesce(way.business_key_, way.id_) as about, bool_or(there.failed) as failed,
			(select min(stay.start_time_) from act_hi_actinst stay where stay.proc_inst_id_ = way.id_
				and stay.act_id_ in (:node, :together) and stay.end_time_ is null) as since
			from (
				select proc_inst_id_, false as failed from act_ru_execution
				where proc_def_id_ = :model and is_active_ and act_id_ in (:node, :together)
				union all
				select proc_inst_id_, true from act_ru_incident
				where proc_def_id_ = :model and incident_type_ = 'failedJob' and activity_id_ in (:node, :together)) as there
			join act_ru_execution way on way.id_ = there.proc_inst_id_
			where coalesce(way.business_key_, way.id_) > :after
			group by way.id_, way.business_key_ order by about limit :most""";

	/**
	 * What the engine adds to the id of a node that is run once for each of several: all
	 * of them together.
	 */
	private static final String ALL_TOGETHER = "#multiInstanceBody";

	private final JdbcClient jdbc;

	private final RepositoryService models;

	/** A deployed version never changes. */
	private final Map<String, ModelDrawing> drawings = new ConcurrentHashMap<>();

	CamundaRunningModels(JdbcClient jdbc, ProcessEngine engine) {
		this.jdbc = jdbc;
		this.models = engine.getRepositoryService();
	}

	@Override
	public List<ModelVersion> all() {
		return jdbc.sql(ALL)
			.query((row, number) -> new ModelVersion(new ModelKey(row.getString("key_")), row.getInt("version_"),
					row.getBoolean("latest"), row.getLong("running"), row.getLong("failed")))
			.list()
			.stream()
			.filter(version -> version.latest() || version.running() > 0)
			.toList();
	}

	@Override
	public Optional<ModelDrawing> drawing(ModelKey model, int version) {
		return definition(model, version).map(id -> drawings.computeIfAbsent(id,
				definition -> DrawnModel.of(model, version, models.getBpmnModelInstance(definition))));
	}

	@Override
	public List<StepCount> counts(ModelKey model, int version) {
		return definition(model, version)
			.map(id -> jdbc.sql(COUNTS)
				.param("model", id)
				.query((row, number) -> new StepCount(new NodeId(row.getString("node")), row.getLong("waiting"),
						row.getLong("failed")))
				.list())
			.orElse(List.of());
	}

	@Override
	public List<AtStep> at(ModelKey model, int version, NodeId node, String after, int most) {
		return definition(model, version)
			.map(id -> jdbc.sql(AT)
				.param("model", id)
				.param("node", node.value())
				.param("together", node.value() + ALL_TOGETHER)
				.param("after", after)
				.param("most", most)
				.query((row, number) -> new AtStep(row.getString("about"),
						Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant),
						row.getBoolean("failed")))
				.list())
			.orElse(List.of());
	}

	private Optional<String> definition(ModelKey model, int version) {
		return jdbc.sql("select id_ from act_re_procdef where key_ = ? and version_ = ?")
			.params(model.value(), version)
			.query(String.class)
			.optional();
	}

}
