package org.calltolocalaction.process.live;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.coordination.operations.ComingTimer;
import org.calltolocalaction.coordination.operations.EngineJobs;
import org.calltolocalaction.coordination.operations.FailedJob;
import org.calltolocalaction.coordination.operations.JobFilter;
import org.calltolocalaction.coordination.operations.JobId;
import org.calltolocalaction.coordination.operations.TriedAgain;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.coordination.processes.NodeId;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds jobs that gave up by their incidents, which are few, and not among all jobs. A
 * repository, so that the engine's exceptions are translated.
 */
@Repository
@Transactional(readOnly = true)
class CamundaEngineJobs implements EngineJobs {

	private static final int MOST_OF_A_TRACE = 60_000;

	private static final String GIVEN_UP = """
			from act_ru_incident incident join act_ru_job job on job.id_ = incident.configuration_ and job.retries_ = 0
			join act_re_procdef model on model.id_ = incident.proc_def_id_
			where incident.incident_type_ = 'failedJob' and (:model::text is null or model.key_ = :model)
			and (:step::text is null or split_part(incident.activity_id_, '#', 1) = :step)
			""";

	private static final String READ = """
			select job.id_, model.key_, model.id_ as definition, split_part(incident.activity_id_, '#', 1) as step,
			coalesce(way.business_key_, incident.proc_inst_id_) as about, incident.incident_timestamp_,
			job.exception_msg_, substring(trace.bytes_ from 1 for :longest) as trace
			from (select job.id_ as failed """ + " " + GIVEN_UP + """
			and job.id_ > :after order by job.id_ limit :most) as page
			join act_ru_job job on job.id_ = page.failed
			join act_ru_incident incident on incident.configuration_ = job.id_ and incident.incident_type_ = 'failedJob'
			join act_re_procdef model on model.id_ = incident.proc_def_id_
			left join act_ru_execution way on way.id_ = incident.proc_inst_id_
			left join act_ge_bytearray trace on trace.id_ = job.exception_stack_id_ order by job.id_""";

	// Whoever asks for the same at this moment gets none of these.
	private static final String LOCK = """
			select job.id_, model.key_, split_part(definition.act_id_, '#', 1) as step,
			coalesce(way.business_key_, job.process_instance_id_) as about from act_ru_job job
			join act_re_procdef model on model.id_ = job.process_def_id_
			join act_ru_jobdef definition on definition.id_ = job.job_def_id_
			left join act_ru_execution way on way.id_ = job.process_instance_id_
			where job.id_ = any (?) and job.retries_ = 0 order by job.id_ for update of job skip locked""";

	private static final String TIMERS = """
			select job.duedate_, model.key_, model.id_ as definition, split_part(definition.act_id_, '#', 1) as step,
			coalesce(way.business_key_, job.process_instance_id_) as about
			from (select * from act_ru_job where type_ = 'timer' and retries_ > 0 and duedate_ is not null
				order by duedate_, id_ limit ?) as job
			join act_re_procdef model on model.id_ = job.process_def_id_
			join act_ru_jobdef definition on definition.id_ = job.job_def_id_
			left join act_ru_execution way on way.id_ = job.process_instance_id_ order by job.duedate_, job.id_""";

	private final JdbcClient jdbc;

	private final ManagementService management;

	private final CommandExecutor commands;

	private final NodeNames names;

	CamundaEngineJobs(JdbcClient jdbc, ManagementService management, CommandExecutor commands, NodeNames names) {
		this.jdbc = jdbc;
		this.management = management;
		this.commands = commands;
		this.names = names;
	}

	@Override
	public long failed(JobFilter filter) {
		return filtered("select count(*) " + GIVEN_UP, filter).query(Long.class).single();
	}

	@Override
	public List<FailedJob> failed(JobFilter filter, Optional<JobId> after, int most) {
		return filtered(READ, filter).param("after", after.map(JobId::value).orElse(""))
			.param("most", most)
			.param("longest", MOST_OF_A_TRACE)
			.query(this::read)
			.list();
	}

	@Override
	public List<JobId> ids(JobFilter filter, int most) {
		return filtered("select job.id_ " + GIVEN_UP + " order by job.id_ limit :most", filter).param("most", most)
			.query((row, number) -> new JobId(row.getString("id_")))
			.list();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public List<TriedAgain> tryAgain(Collection<JobId> jobs) {
		List<TriedAgain> given = jdbc.sql(LOCK)
			.param(jobs.stream().map(JobId::value).toArray(String[]::new))
			.query((row, number) -> new TriedAgain(new JobId(row.getString("id_")), new ModelKey(row.getString("key_")),
					new NodeId(row.getString("step")), row.getString("about")))
			.list();
		// Written at once, when the last of them has its try.
		commands.execute(context -> {
			given.forEach(job -> management.setJobRetries(1)
				.jobId(job.job().value())
				.dueDate(ClockUtil.getCurrentTime())
				.execute());
			return null;
		});
		return given;
	}

	@Override
	public List<ComingTimer> timers(int most) {
		return jdbc.sql(TIMERS).param(most).query((row, number) -> {
			NodeId step = new NodeId(row.getString("step"));
			return new ComingTimer(row.getTimestamp("duedate_").toInstant(), new ModelKey(row.getString("key_")), step,
					names.of(row.getString("definition"), step), row.getString("about"));
		}).list();
	}

	private JdbcClient.StatementSpec filtered(String sql, JobFilter filter) {
		return jdbc.sql(sql)
			.param("model", filter.model().map(ModelKey::value).orElse(null), Types.VARCHAR)
			.param("step", filter.step().map(NodeId::value).orElse(null), Types.VARCHAR);
	}

	private FailedJob read(ResultSet row, int number) throws SQLException {
		byte @Nullable [] bytes = row.getBytes("trace");
		String trace = bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
		NodeId step = new NodeId(row.getString("step"));
		return new FailedJob(new JobId(row.getString("id_")), new ModelKey(row.getString("key_")), step,
				names.of(row.getString("definition"), step), row.getString("about"),
				row.getTimestamp("incident_timestamp_").toInstant(),
				Troubles.of(row.getString("exception_msg_"), trace),
				Troubles.technical(row.getString("exception_msg_"), trace));
	}

}
