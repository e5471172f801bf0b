package org.calltolocalaction.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.calltolocalaction.kernel.request.Busy;
import org.calltolocalaction.kernel.request.WaitedInVain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** A request waits for a connection in vain only once, and the desk's own work longer. */
class WatchedDataSourceTests {

	private final FullPool pool = new FullPool();

	private final WatchedDataSource connections = new WatchedDataSource(pool,
			new DatabaseWatch(new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1)), event -> {
			}));

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@AfterEach
	void the_request_is_answered() {
		WaitedInVain.end();
	}

	@Test
	void what_a_request_has_waited_for_in_vain_it_does_not_wait_for_again() {
		WaitedInVain.begin(request);

		assertThat(triesOfOneMore()).isEqualTo(2);
		assertThat(triesOfOneMore()).isZero();
	}

	@Test
	void nor_does_its_error_page() {
		WaitedInVain.begin(request);
		triesOfOneMore();
		WaitedInVain.end();

		WaitedInVain.begin(request);

		assertThat(triesOfOneMore()).isZero();
	}

	@Test
	void the_next_request_and_the_desks_own_work_wait_for_themselves() {
		WaitedInVain.begin(request);
		triesOfOneMore();

		WaitedInVain.begin(new MockHttpServletRequest());
		assertThat(triesOfOneMore()).isEqualTo(2);

		WaitedInVain.end();
		assertThat(triesOfOneMore()).isEqualTo(5);
		assertThat(triesOfOneMore()).isEqualTo(5);
	}

	/** How often the pool was asked for a connection that was not to be had. */
	private int triesOfOneMore() {
		int before = pool.tries;
		assertThatExceptionOfType(SQLTransientConnectionException.class).isThrownBy(connections::getConnection)
			.matches(Busy::allInUse)
			.withMessage("All are in use");
		return pool.tries - before;
	}

	private static final class FullPool extends AbstractDataSource {

		private int tries;

		@Override
		public Connection getConnection() throws SQLTransientConnectionException {
			tries++;
			throw new SQLTransientConnectionException("All are in use");
		}

		@Override
		public Connection getConnection(String user, String password) {
			throw new UnsupportedOperationException();
		}

	}

}
