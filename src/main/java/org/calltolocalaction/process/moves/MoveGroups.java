package org.calltolocalaction.process.moves;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.coordination.moves.MoveForecast.Group;
import org.calltolocalaction.coordination.moves.MoveForecast.Result;
import org.calltolocalaction.coordination.moves.ModelStep;
import org.calltolocalaction.coordination.moves.WhyStayed;
import org.calltolocalaction.process.moves.MovePlans.Plan;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts together what is at the same steps and waits for the same things, and asks the
 * engine about one of each: a thousand pledges under review are one question.
 */
@Component
class MoveGroups {

	private static final String GROUPS = """
			select steps, waits, count(*) as processes, (array_agg(process order by process))[1:3] as samples,
			(array_agg(key order by key))[1:10] as keys
			from (select there.process, string_agg(distinct there.step, ' ' order by there.step) as steps,
					string_agg(distinct there.wait, ' ' order by there.wait) as waits,
					(select coalesce(business_key_, id_) from act_ru_execution where id_ = there.process) as key
				from (select proc_inst_id_ as process, split_part(act_id_, '#', 1) as step, act_id_ as wait
						from act_ru_execution
						where proc_def_id_ = ? and is_active_ and act_id_ is not null
					union all
					select job.process_instance_id_, null, definition.act_id_ || '/' || job.type_
						|| case when job.retries_ = 0 then '/failed' else '' end
						from act_ru_job job join act_ru_jobdef definition on definition.id_ = job.job_def_id_
						where job.process_def_id_ = ?) as there
				group by there.process) as process
			group by steps, waits order by processes desc, steps, waits""";

	private final MoveOne one;

	private final JdbcClient jdbc;

	MoveGroups(MoveOne one, JdbcClient jdbc) {
		this.one = one;
		this.jdbc = jdbc;
	}

	private record Found(List<ModelStep> at, boolean failed, long processes, List<String> samples, List<String> keys) {
	}

	/** All that runs under the older version. */
	List<Group> of(Plan plan) {
		List<Found> found = jdbc.sql(GROUPS)
			.params(plan.from(), plan.from())
			.query((row, number) -> new Found(steps(plan, row.getString("steps")),
					row.getString("waits").contains("/failed"), row.getLong("processes"),
					texts(row.getArray("samples")), texts(row.getArray("keys"))))
			.list();
		return found.stream()
			.map(group -> new Group(group.at(), group.processes(), group.failed(), asked(plan, group.samples()),
					group.keys()))
			.toList();
	}

	/** Whoever goes on at this very moment says nothing of the others. */
	private Result asked(Plan plan, List<String> samples) {
		return samples.stream()
			.map(sample -> one.tried(plan, sample))
			.filter(result -> !result.why().equals(Optional.of(WhyStayed.BUSY)))
			.findFirst()
			.orElseGet(() -> MoveOne.stays(WhyStayed.BUSY, Optional.empty()));
	}

	private static List<ModelStep> steps(Plan plan, @Nullable String steps) {
		return steps == null ? List.of() : Arrays.stream(steps.split(" ")).map(plan::step).toList();
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

}
