package org.calltolocalaction.process.moves;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.coordination.moves.MoveForecast.Result;
import org.calltolocalaction.coordination.moves.ModelStep;
import org.calltolocalaction.coordination.moves.WhyStayed;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.process.moves.MovePlans.Plan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives each process of a move its turn, in a transaction of its own that moves it and
 * notes it: a crash loses none and moves none twice, and several nodes share the work.
 */
@Component
public class MoveRunning {

	private static final int PORTION = 100;

	/** One that goes on just now is asked again later, after all others. */
	private static final int MOST_TRIES = 5;

	private static final String OTHERS_FIRST = """
			select 1 from model_move_process where move = ? and process = ? and outcome = 'WAITING'
			for update skip locked""";

	private final MovePlans plans;

	private final MoveOne one;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Clock clock;

	private final TransactionTemplate transaction;

	MoveRunning(MovePlans plans, MoveOne one, JdbcClient jdbc, AuditTrail audit, Clock clock,
			PlatformTransactionManager transactions) {
		this.plans = plans;
		this.one = one;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	private record Begun(UUID id, ModelKey model, int from, int to) {
	}

	private record Turn(String process, int tries) {
	}

	/**
	 * Gives some of those that wait their turn.
	 * @return whether there may be more
	 */
	public boolean portion() {
		List<Begun> moves = jdbc
			.sql("select id, model, from_version, to_version from model_move where ended_at is null order by begun_at")
			.query((row, number) -> new Begun(row.getObject(1, UUID.class), new ModelKey(row.getString(2)),
					row.getInt(3), row.getInt(4)))
			.list();
		moves.forEach(this::portion);
		return !moves.isEmpty();
	}

	private void portion(Begun move) {
		List<Turn> turns = jdbc.sql("""
				select process, tries from model_move_process where move = ? and outcome = 'WAITING'
				order by tries limit ?""")
			.params(move.id(), PORTION)
			.query((row, number) -> new Turn(row.getString(1), row.getInt(2)))
			.list();
		if (turns.isEmpty()) {
			end(move);
			return;
		}
		Plan plan = plans.plan(move.model(), move.from(), move.to());
		turns.forEach(turn -> turn(move, plan, turn));
	}

	private void turn(Begun move, Plan plan, Turn turn) {
		if (!runs(plan, turn.process())) {
			note(move, turn, "OVER", Optional.empty(), Optional.empty());
			return;
		}
		Result result = one.move(plan, turn.process(),
				() -> free(move, turn) && note(move, turn, "MOVED", Optional.empty(), Optional.empty()));
		if (result.why().equals(Optional.of(WhyStayed.BUSY)) && turn.tries() + 1 < MOST_TRIES) {
			jdbc.sql("""
					update model_move_process set tries = tries + 1
					where move = ? and process = ? and outcome = 'WAITING'""")
				.params(move.id(), turn.process())
				.update();
		}
		else if (!result.moves() && runs(plan, turn.process())) {
			note(move, turn, "STAYED", result.why(), result.step());
		}
	}

	private boolean runs(Plan plan, String process) {
		return jdbc.sql("select count(*) from act_ru_execution where id_ = ? and proc_def_id_ = ?")
			.params(process, plan.from())
			.query(Long.class)
			.single() > 0;
	}

	private boolean free(Begun move, Turn turn) {
		return jdbc.sql(OTHERS_FIRST).params(move.id(), turn.process()).query(Integer.class).optional().isPresent();
	}

	private boolean note(Begun move, Turn turn, String outcome, Optional<WhyStayed> why, Optional<ModelStep> step) {
		return jdbc.sql("""
				update model_move_process set outcome = ?, why = ?, step = ?, step_name = ?
				where move = ? and process = ? and outcome = 'WAITING'""")
			.param(outcome)
			.param(why.map(Enum::name).orElse(null))
			.param(step.map(ModelStep::id).orElse(null))
			.param(step.map(ModelStep::name).orElse(null))
			.param(move.id())
			.param(turn.process())
			.update() > 0;
	}

	/** Once, whoever of several nodes finds that nothing waits. */
	private void end(Begun move) {
		transaction.executeWithoutResult(status -> {
			int ended = jdbc
				.sql("""
						update model_move set ended_at = ? where id = ? and ended_at is null
						and not exists (select from model_move_process where move = model_move.id and outcome = 'WAITING')""")
				.params(clock.instant().atOffset(ZoneOffset.UTC), move.id())
				.update();
			if (ended > 0) {
				audit.record(AuditEntry.of("process.migrated", move.model())
					.with("migration", move.id().toString())
					.with("from", move.from())
					.with("to", move.to())
					.with("moved", count(move, "MOVED"))
					.with("stayed", count(move, "STAYED"))
					.with("over", count(move, "OVER")));
			}
		});
	}

	private long count(Begun move, String outcome) {
		return jdbc.sql("select count(*) from model_move_process where move = ? and outcome = ?")
			.params(move.id(), outcome)
			.query(Long.class)
			.single();
	}

}
