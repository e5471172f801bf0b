package org.calltolocalaction.process.moves;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.coordination.moves.MoveForecast.Result;
import org.calltolocalaction.coordination.moves.ModelStep;
import org.calltolocalaction.coordination.moves.WhyStayed;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.process.moves.MovePlans.Plan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

	private static final Logger log = LoggerFactory.getLogger(MoveRunning.class);

	private static final int PORTION = 100;

	/**
	 * One that goes on just now has its turn again after ten seconds, then half a minute,
	 * one and a half, four and a half: what holds it has ended by then.
	 */
	private static final int MOST_TRIES = 5;

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

	private static final int LONGER_EACH_TIME = 3;

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
	 * Gives some of those that wait their turn. Whatever is the matter with one move
	 * keeps no other from going on.
	 * @return whether there may be more at once
	 */
	public boolean portion() {
		List<Begun> moves = jdbc
			.sql("select id, model, from_version, to_version from model_move where ended_at is null order by begun_at")
			.query((row, number) -> new Begun(row.getObject(1, UUID.class), new ModelKey(row.getString(2)),
					row.getInt(3), row.getInt(4)))
			.list();
		boolean some = false;
		for (Begun move : moves) {
			try {
				some |= portion(move);
			}
			catch (RuntimeException failure) {
				log.warn("Processes of {} could not be moved, and will be", move.model(), failure);
			}
		}
		return some;
	}

	private boolean portion(Begun move) {
		List<Turn> turns = jdbc.sql("""
				select process, tries from model_move_process where move = ? and outcome = 'WAITING'
				and (again_at is null or again_at <= ?) order by tries limit ?""")
			.params(move.id(), now(), PORTION)
			.query((row, number) -> new Turn(row.getString(1), row.getInt(2)))
			.list();
		if (turns.isEmpty()) {
			end(move);
			return false;
		}
		Optional<Plan> plan = plan(move);
		turns.forEach(turn -> plan.ifPresentOrElse(known -> turn(move, known, turn), () -> stays(move, turn)));
		return true;
	}

	/** None where one of the two versions is not there any more. */
	private Optional<Plan> plan(Begun move) {
		try {
			return Optional.of(plans.plan(move.model(), move.from(), move.to()));
		}
		catch (NotFound gone) {
			log.warn("Processes of {} stay where they are: {}", move.model(), gone.getMessage());
			return Optional.empty();
		}
	}

	private void stays(Begun move, Turn turn) {
		boolean runs = jdbc.sql("select count(*) from act_ru_execution where id_ = ?")
			.param(turn.process())
			.query(Long.class)
			.single() > 0;
		note(move, turn, runs ? "STAYED" : "OVER", runs ? Optional.of(WhyStayed.FAILED) : Optional.empty(),
				Optional.empty());
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
					update model_move_process set tries = tries + 1, again_at = ?
					where move = ? and process = ? and outcome = 'WAITING'""")
				.params(now().plus(pause(turn.tries())), move.id(), turn.process())
				.update();
		}
		else if (!result.moves() && runs(plan, turn.process())) {
			note(move, turn, "STAYED", result.why(), result.step());
		}
	}

	private static Duration pause(int tries) {
		return FIRST_PAUSE.multipliedBy((long) Math.pow(LONGER_EACH_TIME, tries));
	}

	private OffsetDateTime now() {
		return clock.instant().atOffset(ZoneOffset.UTC);
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
				.params(now(), move.id())
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
