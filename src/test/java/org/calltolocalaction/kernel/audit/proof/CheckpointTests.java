package org.calltolocalaction.kernel.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.testing.AtOnce;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/**
 * Every entry comes into one checkpoint, whenever it was committed; no writer waits for
 * another or for a checkpoint; and what is written stays.
 */
class CheckpointTests {

	private static final int WRITERS = 6;

	private static final int TRANSACTIONS = 40;

	private final TrailOfItsOwn own = new TrailOfItsOwn();

	@AfterEach
	void close() {
		own.close();
	}

	@Test
	void a_checkpoint_holds_the_trail_and_the_checkpoint_before() {
		own.write(3);
		Checkpoint first = own.make.make().orElseThrow();
		own.write(2);
		Checkpoint second = own.make.make().orElseThrow();

		assertThat(first.number()).isEqualTo(1);
		assertThat(first.size()).isEqualTo(3);
		assertThat(first.previous()).isEmpty();
		assertThat(second.number()).isEqualTo(2);
		assertThat(second.size()).isEqualTo(5);
		assertThat(second.previous()).contains(first.hash());
		assertThat(own.checkpoints.newest()).contains(second);
	}

	@Test
	void where_nothing_was_added_there_is_no_checkpoint() {
		assertThat(own.make.make()).isEmpty();
		own.write();
		assertThat(own.make.make()).isPresent();
		assertThat(own.make.make()).isEmpty();
	}

	@Test
	void what_is_committed_late_is_in_the_next_checkpoint_although_it_was_begun_before() {
		EntryId[] ids = new EntryId[2];
		own.transaction().executeWithoutResult(open -> {
			ids[0] = own.write();
			inAnotherThread(() -> ids[1] = own.write());
			inAnotherThread(own.make::make);
		});

		assertThat(ids[0].value()).isLessThan(ids[1].value());
		assertThat(own.prove.of(ids[0])).isEmpty();
		assertThat(own.prove.of(ids[1])).hasValueSatisfying(proof -> assertThat(proof.place()).isZero());

		own.make.make();

		assertThat(own.prove.of(ids[0])).hasValueSatisfying(proof -> assertThat(proof.place()).isEqualTo(1));
		assertThat(own.verify.verify()).isInstanceOf(Verification.Fits.class);
	}

	@Test
	void an_entry_that_was_rolled_back_is_in_no_checkpoint() {
		own.transaction().executeWithoutResult(open -> {
			own.write();
			open.setRollbackOnly();
		});
		own.write();

		assertThat(own.make.make()).hasValueSatisfying(made -> assertThat(made.size()).isEqualTo(1));
	}

	@Test
	void a_writer_does_not_wait_while_a_checkpoint_is_made() {
		own.write();
		own.transaction().executeWithoutResult(notYetCommitted -> {
			own.make.make();
			inAnotherThread(() -> own.transaction().execute(open -> {
				own.jdbc.sql("set local lock_timeout = '100ms'").update();
				return own.write();
			}));
		});

		assertThat(own.make.make()).hasValueSatisfying(made -> assertThat(made.size()).isEqualTo(2));
	}

	@Test
	void of_many_writers_beside_two_clerks_each_entry_comes_into_exactly_one_checkpoint() throws Exception {
		AtomicInteger writing = new AtomicInteger(WRITERS);
		List<Callable<Integer>> all = new ArrayList<>();
		for (int writer = 0; writer < WRITERS; writer++) {
			all.add(() -> {
				int written = 0;
				try {
					for (int number = 0; number < TRANSACTIONS; number++) {
						int entries = ThreadLocalRandom.current().nextInt(1, 4);
						boolean kept = number % 5 != 0;
						own.transaction().executeWithoutResult(open -> {
							own.write(entries);
							if (!kept) {
								open.setRollbackOnly();
							}
						});
						written += kept ? entries : 0;
					}
				}
				finally {
					writing.decrementAndGet();
				}
				return written;
			});
		}
		Callable<Integer> clerk = () -> {
			while (writing.get() > 0) {
				own.make.make();
			}
			return 0;
		};
		all.add(clerk);
		all.add(clerk);

		int written = AtOnce.allAtOnce(all).stream().mapToInt(Integer::intValue).sum();
		own.make.make();

		assertThat(own.checkpoints.newest()).hasValueSatisfying(newest -> {
			assertThat(newest.size()).isEqualTo(written);
			assertThat(newest.number()).isGreaterThan(3);
		});
		assertThat(own.checkpoints.waiting()).isZero();
		assertThat(own.only("select count(*) = count(distinct entry) as once from audit_leaf")).containsEntry("once",
				true);
		assertThat(own.verify.verify()).isEqualTo(
				new Verification.Fits(own.checkpoints.newest().orElseThrow(), own.checkpoints.newest().get().size()));
	}

	@Test
	void where_much_waits_it_is_taken_in_portions() {
		own.jdbc.sql("""
				insert into audit_entry (kind, about, at, facts, personal)
				select 'thing.done', 'T-' || number, now(), '{}', '{}' from generate_series(1, ?) as number""")
			.param(MakeCheckpoint.PORTION + 7)
			.update();

		assertThat(own.make.make()).hasValueSatisfying(made -> assertThat(made.size()).isEqualTo(2000));
		assertThat(own.make.make()).hasValueSatisfying(made -> assertThat(made.size()).isEqualTo(2007));
		assertThat(own.verify.verify()).isInstanceOf(Verification.Fits.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "update audit_entry set kind = 'thing.undone'", "delete from audit_entry",
			"truncate audit_entry cascade", "update audit_entry set hashes = '{}' where false",
			"update audit_personal set facts = '{}'", "truncate audit_personal", "update audit_leaf set entry = 1",
			"delete from audit_leaf", "update audit_node set hash = ''", "delete from audit_node",
			"update audit_checkpoint set size = 1", "delete from audit_checkpoint", "truncate audit_checkpoint" })
	void the_database_itself_refuses_whatever_would_change_the_trail(String sql) {
		own.write(2);
		own.make.make();

		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> own.jdbc.sql(sql).update())
			.withStackTraceContaining("the trail is only ever added to");

		assertThat(own.verify.verify()).isInstanceOf(Verification.Fits.class);
	}

	private static void inAnotherThread(Runnable act) {
		CountDownLatch done = new CountDownLatch(1);
		Thread thread = new Thread(() -> {
			act.run();
			done.countDown();
		});
		thread.start();
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		assertThat(done.getCount()).as("done in the other thread").isZero();
	}

}
