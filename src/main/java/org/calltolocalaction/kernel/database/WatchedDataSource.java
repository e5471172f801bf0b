package org.calltolocalaction.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.calltolocalaction.kernel.request.ReadingOnly;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool, for as long as the database is there. While it is away nobody waits for a
 * connection: who asks is told at once, and who waits already is told within a second.
 * Whoever waits because all connections are in use waits longer. Where a request may only
 * read, so do its connections.
 */
final class WatchedDataSource extends DelegatingDataSource {

	/**
	 * Times the pool's own time-out ({@code connection-timeout}), which is short so that
	 * an outage ends the wait.
	 */
	private static final int TRIES = 5;

	private final DatabaseWatch watch;

	WatchedDataSource(DataSource pool, DatabaseWatch watch) {
		super(pool);
		this.watch = watch;
	}

	@Override
	public Connection getConnection() throws SQLException {
		for (int tries = 1;; tries++) {
			watch.refuseWhileAway();
			try {
				return ReadingOnly.now() ? readingOnly(super.getConnection()) : super.getConnection();
			}
			catch (SQLTransientConnectionException none) {
				if (tries == TRIES) {
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
