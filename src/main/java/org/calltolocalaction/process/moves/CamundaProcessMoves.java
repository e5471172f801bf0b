package org.calltolocalaction.process.moves;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.coordination.moves.Move;
import org.calltolocalaction.coordination.moves.Move.Counts;
import org.calltolocalaction.coordination.moves.MoveForecast;
import org.calltolocalaction.coordination.moves.MoveId;
import org.calltolocalaction.coordination.moves.ProcessMoves;
import org.calltolocalaction.coordination.moves.Stayed;
import org.calltolocalaction.coordination.moves.ModelStep;
import org.calltolocalaction.coordination.moves.VersionInUse;
import org.calltolocalaction.coordination.moves.WhyStayed;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.process.moves.MovePlans.Plan;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Foretells moves, begins them, and tells how far they are. */
@Component
class CamundaProcessMoves implements ProcessMoves {

	private static final String VERSIONS = """
			select * from (select model.version_, model.version_ = max(model.version_) over () as newest,
				(select count(*) from act_ru_execution way where way.proc_def_id_ = model.id_ and way.parent_id_ is null
					and way.super_exec_ is null) as running
				from act_re_procdef model where model.key_ = ?) as version
			where newest or running > 0 order by version_ desc""";

	private static final String BEGIN = """
			insert into model_move (id, model, from_version, to_version, begun_at, foretold) values (?, ?, ?, ?, ?, ?)
			on conflict (model) where ended_at is null do nothing""";

	private static final String TURNS = """
			insert into model_move_process (move, process, business_key)
			select ?, way.id_, coalesce(way.business_key_, way.id_) from act_ru_execution way
			join act_re_procdef model on model.id_ = way.proc_def_id_ and model.key_ = ? and model.version_ = ?
			where way.parent_id_ is null and way.super_exec_ is null""";

	private final MovePlans plans;

	private final MoveGroups groups;

	private final JdbcClient jdbc;

	private final Clock clock;

	CamundaProcessMoves(MovePlans plans, MoveGroups groups, JdbcClient jdbc, Clock clock) {
		this.plans = plans;
		this.groups = groups;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public List<VersionInUse> versions(ModelKey model) {
		return jdbc.sql(VERSIONS)
			.param(model.value())
			.query((row, number) -> new VersionInUse(row.getInt("version_"), row.getBoolean("newest"),
					row.getLong("running")))
			.list();
	}

	@Override
	public MoveForecast forecast(ModelKey model, int from) {
		int newest = versions(model).stream().mapToInt(VersionInUse::version).max().orElseThrow();
		Plan plan = plans.plan(model, from, newest);
		return new MoveForecast(model, from, newest, plan.gone(), plan.added(), groups.of(plan));
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean begin(MoveId id, MoveForecast forecast) {
		int begun = jdbc.sql(BEGIN)
			.params(id.value(), forecast.model().value(), forecast.from(), forecast.to(),
					clock.instant().atOffset(ZoneOffset.UTC), forecast.moving())
			.update();
		if (begun == 0) {
			return false;
		}
		forecast.reasons()
			.forEach((why, processes) -> jdbc
				.sql("insert into model_move_foretold (move, why, processes) values (?, ?, ?)")
				.params(id.value(), why.name(), processes)
				.update());
		jdbc.sql(TURNS).params(id.value(), forecast.model().value(), forecast.from()).update();
		return true;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Move> last(ModelKey model, int most) {
		return jdbc.sql("select * from model_move where model = ? order by begun_at desc, id limit ?")
			.params(model.value(), most)
			.query((row, number) -> move(row))
			.list();
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Move> move(MoveId id) {
		return jdbc.sql("select * from model_move where id = ?")
			.param(id.value())
			.query((row, number) -> move(row))
			.optional();
	}

	@Override
	@Transactional(readOnly = true)
	public List<Stayed> stayed(MoveId id, String after, int most) {
		return jdbc.sql("""
				select business_key, why, step, step_name from model_move_process
				where move = ? and outcome = 'STAYED' and business_key > ? order by business_key limit ?""")
			.params(id.value(), after, most)
			.query((row, number) -> new Stayed(row.getString("business_key"), WhyStayed.valueOf(row.getString("why")),
					step(row.getString("step"), row.getString("step_name"))))
			.list();
	}

	private static Optional<ModelStep> step(@Nullable String id, @Nullable String name) {
		return id == null || name == null ? Optional.empty() : Optional.of(new ModelStep(id, name));
	}

	private Move move(ResultSet row) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		Map<WhyStayed, Long> foretold = new EnumMap<>(WhyStayed.class);
		jdbc.sql("select why, processes from model_move_foretold where move = ?").param(id).query(reason -> {
			foretold.put(WhyStayed.valueOf(reason.getString(1)), reason.getLong(2));
		});
		return new Move(new MoveId(id), new ModelKey(row.getString("model")), row.getInt("from_version"),
				row.getInt("to_version"), row.getObject("begun_at", OffsetDateTime.class).toInstant(),
				Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
				new Counts(0, row.getLong("foretold"), 0, foretold), happened(id));
	}

	private Counts happened(UUID id) {
		long[] others = new long[Outcome.values().length];
		Map<WhyStayed, Long> reasons = new EnumMap<>(WhyStayed.class);
		jdbc.sql("select outcome, why, count(*) from model_move_process where move = ? group by outcome, why")
			.param(id)
			.query(row -> {
				Outcome outcome = Outcome.valueOf(row.getString(1));
				if (outcome == Outcome.STAYED) {
					reasons.put(WhyStayed.valueOf(row.getString(2)), row.getLong(3));
				}
				else {
					others[outcome.ordinal()] = row.getLong(3);
				}
			});
		return new Counts(others[Outcome.WAITING.ordinal()], others[Outcome.MOVED.ordinal()],
				others[Outcome.OVER.ordinal()], reasons);
	}

	/** What has become of one, as it is kept. */
	enum Outcome {

		WAITING, MOVED, STAYED, OVER

	}

}
