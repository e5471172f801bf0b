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

	private volatile HikariDataSource pool;

	private volatile PhysicalConnections connections;

	private volatile DataSource ownDriver;

	/** Why the database is away; null while it is there. */
	private volatile SQLException trouble;

	private volatile Thread thread;

	private Connection own;

	private long awaySince;

	private int usuallyIdle;

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
		this.pool = pool;
		this.connections = connections;
		this.ownDriver = ownDriver;
		this.usuallyIdle = pool.getMinimumIdle();
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
		if (ownDriver == null || isRunning()) {
			return;
		}
		Thread watching = new Thread(this::watch, "database-watch");
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

	private void watch() {
		Thread me = Thread.currentThread();
		while (thread == me) {
			Optional<SQLException> failure = ask();
			if (thread != me) {
				break;
			}
			if (failure.isEmpty()) {
				back();
			}
			else {
				away(failure.get());
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

	private Optional<SQLException> ask() {
		boolean kept = own != null;
		Optional<SQLException> failure = question();
		// Perhaps only this connection was ended: then the next one is answered.
		return failure.filter(told -> kept && ended(told)).isPresent() ? question() : failure;
	}

	private Optional<SQLException> question() {
		try {
			if (own == null) {
				own = ownDriver.getConnection();
				own.setNetworkTimeout(Runnable::run, (int) patience.silence().toMillis());
			}
			try (Statement question = own.createStatement()) {
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

	private void away(SQLException failure) {
		boolean news = trouble == null;
		trouble = failure;
		if (!news) {
			return;
		}
		awaySince = System.nanoTime();
		log.warn("The database is away", failure);
		HikariPoolMXBean begun = pool.getHikariPoolMXBean();
		if (begun != null) {
			// Else the pool tries to fill itself with pauses that grow, and would be late
			// when the database is back.
			pool.setMinimumIdle(0);
			begun.softEvictConnections();
		}
		connections.cut();
	}

	private void back() {
		if (trouble == null) {
			return;
		}
		if (pool.getHikariPoolMXBean() != null) {
			pool.setMinimumIdle(usuallyIdle);
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
