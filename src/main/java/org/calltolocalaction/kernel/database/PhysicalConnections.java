package org.calltolocalaction.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Makes the connections that the pool keeps, and remembers which are open, so that all
 * can be cut at once. Who waits for a word of a server that says nothing is set free by
 * nothing else: the pool can only take back what is handed back.
 */
final class PhysicalConnections extends DelegatingDataSource {

	private final Set<Connection> open = ConcurrentHashMap.newKeySet();

	PhysicalConnections(DataSource driver) {
		super(driver);
	}

	@Override
	public Connection getConnection() throws SQLException {
		return remembered(super.getConnection());
	}

	@Override
	public Connection getConnection(String user, String password) throws SQLException {
		return remembered(super.getConnection(user, password));
	}

	/**
	 * Closes the sockets under all of them; whoever reads from one gets an error that
	 * tells of a lost connection.
	 */
	void cut() {
		// On this thread: closing a socket waits for nobody.
		Executor here = Runnable::run;
		for (Connection each : open) {
			open.remove(each);
			try {
				each.abort(here);
			}
			catch (SQLException gone) {
				// That is what was wanted.
			}
		}
	}

	private Connection remembered(Connection fresh) throws SQLException {
		for (Connection each : open) {
			if (each.isClosed()) {
				open.remove(each);
			}
		}
		open.add(fresh);
		return fresh;
	}

}
