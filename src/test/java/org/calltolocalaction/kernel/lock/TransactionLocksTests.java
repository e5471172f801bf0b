package org.calltolocalaction.kernel.lock;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.calltolocalaction.testing.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Who waits for whom, and until when. */
@DeskTest
class TransactionLocksTests {

	private static final String OURS = "locks of this test";

	@Autowired
	private TransactionLocks locks;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	void who_comes_second_waits_until_the_first_transaction_ends() {
		transaction(first -> {
			locks.take(LockSpace.FILES_OF_GOVERNMENT, OURS);

			assertWaits(meanwhile(() -> locks.take(LockSpace.FILES_OF_GOVERNMENT, OURS)));
		});

		assertThatCode(meanwhile(() -> locks.take(LockSpace.FILES_OF_GOVERNMENT, OURS))).doesNotThrowAnyException();
	}

	@Test
	void a_transaction_that_is_rolled_back_keeps_nobody_waiting() {
		transaction(first -> {
			locks.take(LockSpace.FILES_OF_GOVERNMENT, OURS);
			first.run();
		});

		assertThatCode(meanwhile(() -> locks.take(LockSpace.FILES_OF_GOVERNMENT, OURS))).doesNotThrowAnyException();
	}

	@Test
	void nobody_waits_for_another_purpose_or_for_something_else() {
		transaction(first -> {
			locks.take(LockSpace.FILES_OF_GOVERNMENT, OURS);

			assertThatCode(meanwhile(() -> {
				locks.take(LockSpace.DRAFTS_OF_GOVERNMENT, OURS);
				locks.take(LockSpace.FILES_OF_GOVERNMENT, "other " + OURS);
			})).doesNotThrowAnyException();
		});
	}

	@Test
	void many_share_what_one_takes_alone() {
		transaction(first -> {
			locks.share(LockSpace.IMPORT_OF_EARLIER_PLEDGES);

			assertThatCode(meanwhile(() -> locks.share(LockSpace.IMPORT_OF_EARLIER_PLEDGES)))
				.doesNotThrowAnyException();
			assertWaits(meanwhile(() -> locks.take(LockSpace.IMPORT_OF_EARLIER_PLEDGES)));
		});
	}

	@Test
	void taking_a_lock_twice_is_taking_it_once() {
		assertThatCode(meanwhile(() -> {
			locks.take(LockSpace.FILES_OF_GOVERNMENT, OURS);
			locks.take(LockSpace.FILES_OF_GOVERNMENT, OURS);
		})).doesNotThrowAnyException();
	}

	/** It would be given back before anything was done under it. */
	@Test
	void without_a_transaction_there_is_no_lock() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> locks.take(LockSpace.FILES_OF_GOVERNMENT, OURS));
	}

	private void transaction(Consumer<Runnable> body) {
		new TransactionTemplate(transactions).executeWithoutResult(status -> body.accept(status::setRollbackOnly));
	}

	/** In a transaction of its own, which does not wait for long. */
	private ThrowingCallable meanwhile(Runnable taking) {
		TransactionTemplate other = new TransactionTemplate(transactions);
		other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return () -> other.executeWithoutResult(status -> {
			jdbc.sql("set local lock_timeout = '100ms'").update();
			taking.run();
		});
	}

	private static void assertWaits(ThrowingCallable taking) {
		assertThatExceptionOfType(UncategorizedSQLException.class).isThrownBy(taking)
			.withMessageContaining("lock timeout");
	}

}
