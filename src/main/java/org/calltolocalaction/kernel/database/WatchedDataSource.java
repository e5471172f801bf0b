package org.calltolocalaction.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import javax.sql.DataSource;
import org.calltolocalaction.kernel.request.ReadingOnly;
import org.calltolocalaction.kernel.request.WaitedInVain;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool, for as long as the database is there. While it is away nobody waits for a
 * connection: who asks is told at once, and who waits already is told within a second.
 * Whoever waits because all connections are in use waits longer, and a request for one of
 * them only. Where a request may only read, so do its connections.
 */
final class WatchedDataSource extends DelegatingDataSource {

	/**
	 * Times the pool's own time-out ({@code connection-timeout}), which is short so that
	 * an outage ends the wait.
	 */
	private static final int TRIES = 5;

	/** People are told sooner than the desk's own work, which nobody would do again. */
	private static final int TRIES_OF_A_REQUEST = 2;

	private final DatabaseWatch watch;

	WatchedDataSource(DataSource pool, DatabaseWatch watch) {
		super(pool);
		this.watch = watch;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Optional<WaitedInVain> request = WaitedInVain.now();
		int most = request.isPresent() ? TRIES_OF_A_REQUEST : TRIES;
		for (int tries = 1;; tries++) {
			watch.refuseWhileAway();
			if (request.isPresent()) {
				request.get().refuseOnceMore();
			}
			try {
				return ReadingOnly.now() ? readingOnly(super.getConnection()) : super.getConnection();
			}
			catch (SQLTransientConnectionException none) {
				if (tries == most) {
					// What the pool says of both, only the watch can tell apart.
					watch.refuseWhileAway();
					request.ifPresent(waited -> waited.note(none));
					throw none;
				}
			}
		}
	}

	// Always within a transaction, since only there the driver asks the database to
	// refuse; the pool rolls it back and makes the connection what it was.
	private static Connection readingOnly(Connection connection) throws SQLException {
		try {
			connection.setReadOnly(true);
			connection.setAutoCommit(false);
			return connection;
		}
		catch (SQLException failure) {
			connection.close();
			throw failure;
		}
	}

}
