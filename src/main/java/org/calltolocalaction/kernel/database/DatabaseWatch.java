package org.calltolocalaction.kernel.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.calltolocalaction.kernel.operation.DatabaseBack;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Knows whether the database is there, because it asks it all the time, over a connection
 * of its own. When it is away, everybody who waits for it is set free and nobody begins
 * to wait; when it is back, the pool begins anew. So an outage costs each request
 * nothing, and ends by itself.
 */
@Component
class DatabaseWatch implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);

	private final Patience patience;

	private final ApplicationEventPublisher events;

	private volatile @Nullable Watched watched;

	/** Why the database is away; null while it is there. */
	private volatile @Nullable SQLException trouble;

	private volatile @Nullable Thread thread;

	private @Nullable Connection own;

	private long awaySince;

	/** Which database it is. */
	private record Watched(HikariDataSource pool, int usuallyIdle, PhysicalConnections connections,
			DataSource ownDriver) {
	}

	DatabaseWatch(Patience patience, ApplicationEventPublisher events) {
		this.patience = patience;
		this.events = events;
	}

	/**
	 * Which database it is.
	 * @param ownDriver makes connections that are waited for as long as {@link Patience}
	 * says
	 */
	void over(HikariDataSource pool, PhysicalConnections connections, DataSource ownDriver) {
		this.watched = new Watched(pool, pool.getMinimumIdle(), connections, ownDriver);
	}

	/** Why the database is away; empty while it is there. */
	Optional<SQLException> trouble() {
		return Optional.ofNullable(trouble);
	}

	/**
	 * @throws SQLTransientConnectionException while the database is away, as the pool
	 * does when it gives up
	 */
	void refuseWhileAway() throws SQLTransientConnectionException {
		SQLException why = trouble;
		if (why != null) {
			throw new SQLTransientConnectionException("The database is away: " + why.getMessage(), why.getSQLState(),
					why);
		}
	}

	@Override
	public void start() {
		Watched database = watched;
		if (database == null || isRunning()) {
			return;
		}
		Thread watching = new Thread(() -> watch(database), "database-watch");
		watching.setDaemon(true);
		thread = watching;
		watching.start();
	}

	@Override
	public void stop() {
		Thread watching = thread;
		thread = null;
		if (watching != null) {
			watching.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return thread != null;
	}

	/**
	 * Before the web server and all else that is started, and after it when the desk
	 * stops.
	 */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

	private void watch(Watched database) {
		Thread me = Thread.currentThread();
		while (thread == me) {
			Optional<SQLException> failure = ask(database);
			if (thread != me) {
				break;
			}
			if (failure.isEmpty()) {
				back(database);
			}
			else {
				away(failure.get(), database);
			}
			try {
				Thread.sleep(patience.pause().toMillis());
			}
			catch (InterruptedException stopping) {
				break;
			}
		}
		close();
	}

	private Optional<SQLException> ask(Watched database) {
		boolean kept = own != null;
		Optional<SQLException> failure = question(database);
		// Perhaps only this connection was ended: then the next one is answered.
		return failure.filter(told -> kept && ended(told)).isPresent() ? question(database) : failure;
	}

	private Optional<SQLException> question(Watched database) {
		try {
			Connection asked = own;
			if (asked == null) {
				asked = database.ownDriver().getConnection();
				own = asked;
				asked.setNetworkTimeout(Runnable::run, (int) patience.silence().toMillis());
			}
			try (Statement question = asked.createStatement()) {
				question.execute("select 1");
			}
			return Optional.empty();
		}
		catch (SQLException failure) {
			close();
			return Optional.of(failure);
		}
		catch (RuntimeException unforeseen) {
			close();
			return Optional.of(new SQLException("The database could not be asked", "08000", unforeseen));
		}
	}

	/**
	 * Whether the connection ended; where an answer did not come in time, another would
	 * not come either.
	 */
	private static boolean ended(SQLException failure) {
		return !(failure.getCause() instanceof SocketTimeoutException);
	}

	private void away(SQLException failure, Watched database) {
		boolean news = trouble == null;
		trouble = failure;
		if (!news) {
			return;
		}
		awaySince = System.nanoTime();
		log.warn("The database is away", failure);
		HikariPoolMXBean begun = database.pool().getHikariPoolMXBean();
		if (begun != null) {
			// Else the pool tries to fill itself with pauses that grow, and would be late
			// when the database is back.
			database.pool().setMinimumIdle(0);
			begun.softEvictConnections();
		}
		database.connections().cut();
	}

	private void back(Watched database) {
		if (trouble == null) {
			return;
		}
		if (database.pool().getHikariPoolMXBean() != null) {
			database.pool().setMinimumIdle(database.usuallyIdle());
		}
		trouble = null;
		Duration away = Duration.ofNanos(System.nanoTime() - awaySince);
		log.info("The database is there again after {} seconds", away.plusMillis(500).toSeconds());
		try {
			events.publishEvent(new DatabaseBack(away));
		}
		catch (RuntimeException failure) {
			log.warn("Not all was taken up again after the outage", failure);
		}
	}

	private void close() {
		Connection ending = own;
		own = null;
		if (ending != null) {
			try {
				ending.abort(Runnable::run);
			}
			catch (SQLException gone) {
				// There is nothing left to close.
			}
		}
	}

}
