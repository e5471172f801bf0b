package org.calltolocalaction.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.extension.ExtensionId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.progress.TimersAhead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the timers of a few processes at once, by their business keys. */
@Component
class CamundaTimersAhead implements TimersAhead {

	private static final Map<String, Kind> KINDS = Map.of(Tasks.REVIEW_OVERDUE, Kind.REVIEWS_DUE,
			Tasks.REVIEW_STILL_OVERDUE, Kind.LEADS_TOLD, Tasks.REVIEW_ESCALATION, Kind.COORDINATORS_TOLD,
			Tasks.REVIEW_CUT_OFF, Kind.CUT_OFF, Tasks.CHANGES_REMINDER, Kind.CHANGES_REMINDER, Tasks.NEXT_REMINDER,
			Kind.CALL_REMINDER, Tasks.DEADLINE, Kind.CALL_CLOSES, Tasks.EXTENSION_REMINDER, Kind.EXTENSION_REMINDER);

	private static final String WAITING = """
			select definition.act_id_, min(job.duedate_) as due from act_ru_execution way
			join act_ru_job job on job.process_instance_id_ = way.proc_inst_id_
			join act_ru_jobdef definition on definition.id_ = job.job_def_id_
			where way.business_key_ = any (?) and definition.act_id_ = any (?) and job.duedate_ is not null
			group by way.business_key_, definition.act_id_ order by due, definition.act_id_""";

	private final JdbcClient jdbc;

	CamundaTimersAhead(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Timer> of(PledgeReference reference, Optional<EditionYear> edition,
			Collection<ExtensionId> extensions) {
		String[] keys = Stream
			.of(Stream.of(reference.value()), edition.stream().map(EditionYear::businessKey),
					extensions.stream().map(ExtensionId::businessKey))
			.flatMap(stream -> stream)
			.toArray(String[]::new);
		return jdbc.sql(WAITING)
			.params(keys, KINDS.keySet().toArray(String[]::new))
			.query((row, number) -> new Timer(Objects.requireNonNull(KINDS.get(row.getString("act_id_"))),
					row.getTimestamp("due").toInstant()))
			.list();
	}

}
