package org.calltolocalaction.process.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.NoSuchElementException;
import org.calltolocalaction.coordination.operations.Trouble;
import org.calltolocalaction.kernel.NotFound;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.mail.MailSendException;

/** What made a step fail is said in plain words, and nobody's words are shown. */
class TroublesTests {

	@Test
	void the_cause_is_known_wherever_it_stands_among_the_exceptions() {
		assertThat(of(new DataAccessResourceFailureException("gone"))).isEqualTo(Trouble.DATABASE_AWAY);
		assertThat(of(new OptimisticLockingException("twice"))).isEqualTo(Trouble.AT_THE_SAME_TIME);
		assertThat(of(new DataIntegrityViolationException("too long"))).isEqualTo(Trouble.DATABASE_REFUSED);
		assertThat(of(new MailSendException("no"))).isEqualTo(Trouble.MAIL);
		assertThat(of(new NotFound("Pledge CLA-2026-0001"))).isEqualTo(Trouble.MISSING);
		assertThat(of(new NoSuchElementException("none"))).isEqualTo(Trouble.MISSING);
		assertThat(of(new IllegalStateException("Expected exactly one open task and found 0")))
			.isEqualTo(Trouble.MISSING);
		assertThat(of(new IllegalStateException("not so"))).isEqualTo(Trouble.OTHER_STATE);
		assertThat(of(new ProcessEngineException("Unknown property used in expression: ${x}")))
			.isEqualTo(Trouble.EXPRESSION);
		assertThat(of(new OutOfMemoryError("heap"))).isEqualTo(Trouble.NO_ROOM);
		assertThat(of(new ArithmeticException("/ by zero"))).isEqualTo(Trouble.UNKNOWN);
		assertThat(Troubles.of(null, null)).isEqualTo(Trouble.UNKNOWN);
	}

	@Test
	void the_technical_text_is_short_and_leaves_out_what_a_row_held() {
		Throwable refused = new DataIntegrityViolationException(
				"refused\n  Detail: Failing row contains (Ana Secret, ana@example.org).");

		String said = Troubles.technical(refused.getMessage(), trace(new ProcessEngineException("step", refused)));

		assertThat(said).contains("ProcessEngineException", "DataIntegrityViolationException", "TroublesTests")
			.doesNotContain("Ana Secret", "junit");
		assertThat(said.lines().count()).isLessThan(25);
		assertThat(Troubles.technical("x".repeat(5_000), null)).hasSizeLessThan(500);
	}

	/** As the driver does, of a mail that is written with others. */
	@Test
	void a_statement_with_its_values_is_left_out_however_many_lines_it_has() {
		Throwable refused = new DataIntegrityViolationException(
				"PreparedStatementCallback; Batch entry 3 insert into mail values ('Ana Secret',\n'Dear Ana,\n\nYour draft\n')"
						+ " was aborted: ERROR: could not extend file  Call getNextException");

		String said = Troubles.technical(refused.getMessage(), trace(new ProcessEngineException("step", refused)));

		assertThat(said).contains("Batch entry 3 …", "DataIntegrityViolationException", "TroublesTests")
			.doesNotContain("Ana", "draft");
		assertThat(Troubles.technical(refused.getMessage(), null)).contains("Batch entry 3 …").doesNotContain("Ana");
		assertThat(Troubles.of(refused.getMessage(), trace(refused))).isEqualTo(Trouble.NO_ROOM);
	}

	private static Trouble of(Throwable failure) {
		return Troubles.of(failure.getMessage(), trace(new ProcessEngineException("The step failed", failure)));
	}

	private static String trace(Throwable failure) {
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		return trace.toString();
	}

}
