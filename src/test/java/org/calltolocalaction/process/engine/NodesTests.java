package org.calltolocalaction.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.calltolocalaction.testing.AtOnce;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two engines on one database: what becomes of the jobs of one that is gone, stands still
 * or stops.
 */
class NodesTests {

	private final String url = Node.aDatabaseWithTables();

	private final CountDownLatch standstill = new CountDownLatch(1);

	private final AtomicReference<JdbcClient> ofTheFirst = new AtomicReference<>();

	private final AtomicReference<JdbcClient> ofTheSecond = new AtomicReference<>();

	/** Has written what it does, and stands still before it can commit. */
	private final Node first = Node.on(url, stepThatNotes(ofTheFirst, standstill));

	private final Node second = Node.on(url, stepThatNotes(ofTheSecond, new CountDownLatch(0)));

	@BeforeEach
	void a_table_of_what_was_done() {
		first.jdbc().sql("create table done (process varchar(64))").update();
		ofTheFirst.set(first.jdbc());
		ofTheSecond.set(second.jdbc());
	}

	@AfterEach
	void the_nodes_end() {
		standstill.countDown();
		second.close();
		first.close();
	}

	@Test
	void jobs_of_a_node_that_has_said_nothing_for_a_minute_are_another_one_s_and_each_is_done_once() {
		first.works().begins(7);
		until(() -> lockedBy(first) >= 5, "The first node has locked what it runs and what waits in its queue");
		second.works();
		silentFor(first, 59);
		second.beats();
		assertThat(lockedBy(first)).as("A silence of 59 seconds is none").isGreaterThanOrEqualTo(5);

		silentFor(first, 61);
		second.beats();
		until(() -> done() == 7, "The second node has done all seven");
		standstill.countDown();

		first.get(NodeJobExecutor.class).shutdown();
		assertThat(done()).as("What the first one commits at last is refused, and rolled back").isEqualTo(7);
		assertThat(second.jobs()).isZero();
		assertThat(owners()).containsExactly(second.executor().getLockOwner());
	}

	@Test
	void a_node_that_was_only_slow_may_end_what_nobody_has_taken_meanwhile() {
		first.works().begins(2);
		until(() -> lockedBy(first) == 2, "The first node has locked both");
		second.beats();
		silentFor(first, 61);
		second.beats();
		assertThat(lockedBy(first)).isZero();

		standstill.countDown();

		until(() -> done() == 2, "It has ended both");
		assertThat(second.jobs()).isZero();
	}

	@Test
	void a_node_that_was_declared_gone_locks_nothing_before_it_has_another_name() {
		first.works();
		String name = first.executor().getLockOwner();
		second.beats();
		silentFor(first, 61);
		second.beats();
		second.begins(1);

		assertThat(first.fetches().size()).isZero();
		assertThat(lockedBy(first)).isZero();

		first.beats();
		assertThat(first.executor().getLockOwner()).isNotEqualTo(name);
		until(() -> lockedBy(first) == 1, "It works again");
		assertThat(owners()).containsExactlyInAnyOrder(first.executor().getLockOwner(),
				second.executor().getLockOwner());
	}

	@Test
	void a_job_that_waited_in_the_queue_of_a_slow_node_is_not_run_there_once_it_is_another_one_s() {
		first.works().begins(7);
		until(() -> lockedBy(first) >= 5, "The first node has locked some that wait in its queue");
		silentFor(first, 61);
		second.beats();
		String queued = second.jdbc().sql("select id_ from act_ru_job limit 1").query(String.class).single();
		second.jdbc().sql("update act_ru_job set lock_owner_ = 'a third one'").update();

		assertThat(first.get(Heartbeats.class).owns(List.of(first.executor().getLockOwner()), queued)).isFalse();
		standstill.countDown();
		first.get(NodeJobExecutor.class).shutdown();
		assertThat(done()).as("Those that ran already, and none of the queue").isLessThanOrEqualTo(3);
	}

	@Test
	void who_was_silent_itself_judges_nobody_for_a_minute_because_all_may_have_been_cut_off_alike() {
		first.works().begins(1);
		until(() -> lockedBy(first) == 1, "The first node has locked it");
		second.beats();
		silentFor(first, 120);
		silentFor(second, 120);

		second.beats();
		assertThat(lockedBy(first)).isOne();

		second.jdbc()
			.sql("update engine_node set steady_since = steady_since - interval '61 seconds' where lock_owner = ?")
			.param(second.executor().getLockOwner())
			.update();
		second.beats();
		assertThat(lockedBy(first)).isZero();
	}

	@Test
	void two_that_see_at_once_that_a_third_is_gone_declare_it_so_once() throws Exception {
		first.works().begins(3);
		until(() -> lockedBy(first) == 3, "The first node has locked them");
		try (Node third = Node.on(url, stepThatNotes(ofTheSecond, new CountDownLatch(0)))) {
			second.beats();
			third.beats();
			silentFor(first, 61);

			List<List<Heartbeats.Gone>> gone = AtOnce.atOnce(() -> declaresGone(second), () -> declaresGone(third));

			assertThat(gone.stream().flatMap(List::stream)).singleElement()
				.satisfies(node -> assertThat(node.jobs()).isEqualTo(3))
				.satisfies(node -> assertThat(node.silentSeconds()).isBetween(61, 70));
		}
	}

	@Test
	void a_node_that_stops_gives_back_what_waits_and_what_does_not_end() {
		first.works().begins(9);
		until(() -> lockedBy(first) >= 5, "The first node has locked what it runs and what waits in its queue");

		first.stops();

		assertThat(second.jdbc()
			.sql("select count(*) from act_ru_job where lock_owner_ is not null")
			.query(Long.class)
			.single()).isZero();
		assertThat(owners()).isEmpty();
		second.works();
		until(() -> done() == 9, "The second node does all nine at once");
	}

	@Test
	void what_ends_in_time_while_a_node_stops_is_done_there() {
		standstill.countDown();
		first.works().begins(2);
		until(() -> done() == 2, "Both are done");

		first.stops();

		assertThat(second.jobs()).isZero();
		assertThat(owners()).isEmpty();
	}

	@Test
	void nodes_never_have_the_same_name() {
		assertThat(first.executor().getLockOwner()).isNotEqualTo(second.executor().getLockOwner());
	}

	private static List<Heartbeats.Gone> declaresGone(Node node) {
		return node.get(Heartbeats.class).releaseGone(node.executor().getLockOwner());
	}

	private static JavaDelegate stepThatNotes(AtomicReference<JdbcClient> database, CountDownLatch until) {
		return (DelegateExecution execution) -> {
			database.get().sql("insert into done values (?)").param(execution.getProcessBusinessKey()).update();
			until.await();
		};
	}

	private void silentFor(Node node, int seconds) {
		second.jdbc()
			.sql("update engine_node set seen_at = now() - make_interval(secs => ?) where lock_owner = ?")
			.params(seconds, node.executor().getLockOwner())
			.update();
	}

	private long lockedBy(Node node) {
		return second.jdbc()
			.sql("select count(*) from act_ru_job where lock_owner_ = ?")
			.param(node.executor().getLockOwner())
			.query(Long.class)
			.single();
	}

	private long done() {
		return second.jdbc().sql("select count(*) from done").query(Long.class).single();
	}

	private List<String> owners() {
		return second.jdbc().sql("select lock_owner from engine_node").query(String.class).list();
	}

	private static void until(Callable<Boolean> condition, String what) {
		Awaitility.await(what).atMost(Duration.ofSeconds(30)).until(condition);
	}

}
