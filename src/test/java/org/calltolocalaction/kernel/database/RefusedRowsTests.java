package org.calltolocalaction.kernel.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.calltolocalaction.testing.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcOperations;

/** What a row was to hold stands in no exception, and so in no log. */
@DeskTest
class RefusedRowsTests {

	@Autowired
	private JdbcOperations jdbc;

	@Test
	void an_exception_says_what_was_refused_and_not_the_values() {
		String insert = "insert into inbox_turn (one, trouble) values (?, ?)";

		assertThatThrownBy(() -> jdbc.update(insert, false, "Ana Secret"))
			.isInstanceOf(DataIntegrityViolationException.class)
			.hasMessageContaining("inbox_turn")
			.hasMessageNotContaining("Ana Secret");
		assertThatThrownBy(() -> jdbc.batchUpdate(insert, List.<Object[]>of(new Object[] { false, "Ana Secret" })))
			.isInstanceOf(DataIntegrityViolationException.class)
			.hasStackTraceContaining("inbox_turn")
			.satisfies(refused -> assertThatThrownBy(() -> {
				throw refused;
			}).hasMessageNotContaining("Ana Secret").rootCause().hasMessageNotContaining("Ana Secret"));
	}

}
