package org.calltolocalaction.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.calltolocalaction.testing.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class ReadTransactionCacheTests {

	@Autowired
	private PlatformTransactionManager transactions;

	private final AtomicInteger asked = new AtomicInteger();

	private TransactionTemplate reading;

	@BeforeEach
	void a_transaction_that_only_reads() {
		reading = new TransactionTemplate(transactions);
		reading.setReadOnly(true);
	}

	@Test
	void the_same_question_is_asked_once_and_another_one_for_itself() {
		reading.executeWithoutResult(status -> {
			assertThat(ask("a")).isEqualTo(1);
			assertThat(ask("b")).isEqualTo(2);
			assertThat(ask("a")).isEqualTo(1);
		});
	}

	@Test
	void the_next_transaction_asks_anew() {
		reading.executeWithoutResult(status -> ask("a"));

		reading.executeWithoutResult(status -> assertThat(ask("a")).isEqualTo(2));
	}

	@Test
	void whoever_may_write_and_whoever_has_no_transaction_asks_each_time() {
		new TransactionTemplate(transactions).executeWithoutResult(status -> {
			assertThat(ask("a")).isEqualTo(1);
			assertThat(ask("a")).isEqualTo(2);
		});

		assertThat(ask("a")).isEqualTo(3);
		assertThat(ask("a")).isEqualTo(4);
	}

	@Test
	void a_transaction_within_has_its_own_answers_and_leaves_those_of_the_outer_one() {
		TransactionTemplate within = new TransactionTemplate(transactions);
		within.setReadOnly(true);
		within.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

		reading.executeWithoutResult(status -> {
			assertThat(ask("a")).isEqualTo(1);
			within.executeWithoutResult(inner -> assertThat(ask("a")).isEqualTo(2));
			assertThat(ask("a")).isEqualTo(1);
		});
	}

	private int ask(String question) {
		return ReadTransactionCache.once(question, asked::incrementAndGet);
	}

}
