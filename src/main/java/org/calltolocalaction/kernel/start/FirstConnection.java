package org.calltolocalaction.kernel.start;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.calltolocalaction.kernel.operation.CannotStart;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Waits until the database answers, so that it does not matter what is started first.
 * What will not change by waiting, a wrong password or a database that there is none of,
 * is said at once.
 */
class FirstConnection {

	private static final Logger log = LoggerFactory.getLogger(FirstConnection.class);

	private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

	/**
	 * Of one attempt: a host that swallows everything must not use up all the patience.
	 */
	private static final int ATTEMPT_SECONDS = 5;

	/**
	 * SQL states that begin like this: no connection came about, or it broke, or the
	 * server has no means for one more.
	 */
	private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "58");

	/**
	 * Shutting down, ended after a crash, and not ready yet: the server is about to be
	 * there again.
	 */
	private static final Set<String> PASSING_STATES = Set.of("57P01", "57P02", "57P03");

	private final JdbcConnectionDetails database;

	private final Duration patience;

	FirstConnection(JdbcConnectionDetails database, Duration patience) {
		this.database = database;
		this.patience = patience;
	}

	/**
	 * @throws CannotStart naming host, user and reason, where nothing answers for as long
	 * as there is patience
	 */
	Connection await() {
		// Not a time of day: a machine that has just started may set its clock meanwhile.
		long began = System.nanoTime();
		for (int attempt = 1;; attempt++) {
			try {
				return connect();
			}
			catch (SQLException ex) {
				boolean over = System.nanoTime() - began + BETWEEN_ATTEMPTS.toNanos() > patience.toNanos();
				if (!passing(ex) || over) {
					throw refusal(ex);
				}
				if (attempt == 1) {
					log.info("Waiting for the database at {}, for {} seconds at most: {}", host(), patience.toSeconds(),
							reason(ex));
				}
				pause(ex);
			}
		}
	}

	/**
	 * Where the database is, as the settings say it, without what else stands in its
	 * address.
	 */
	String host() {
		return Optional.ofNullable(Driver.parseURL(database.getJdbcUrl(), null))
			.map(FirstConnection::hosts)
			.orElse("an address that is none");
	}

	private Connection connect() throws SQLException {
		Properties properties = new Properties();
		properties.setProperty(PGProperty.USER.getName(), database.getUsername());
		properties.setProperty(PGProperty.PASSWORD.getName(), database.getPassword());
		for (PGProperty limit : Set.of(PGProperty.CONNECT_TIMEOUT, PGProperty.LOGIN_TIMEOUT,
				PGProperty.SOCKET_TIMEOUT)) {
			properties.setProperty(limit.getName(), Integer.toString(ATTEMPT_SECONDS));
		}
		return DriverManager.getConnection(database.getJdbcUrl(), properties);
	}

	private static boolean passing(SQLException ex) {
		String state = Optional.ofNullable(ex.getSQLState()).orElse("");
		return PASSING_STATES.contains(state) || state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2));
	}

	private CannotStart refusal(SQLException ex) {
		String waited = passing(ex)
				? ", and %d seconds of waiting have not changed that".formatted(patience.toSeconds()) : "";
		return new CannotStart(
				"The database at %s cannot be used by the user %s: %s%s.".formatted(host(), database.getUsername(),
						reason(ex), waited),
				"Start it, or correct SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.",
				ex);
	}

	/**
	 * In the server's own words, or the network's; never with what the program was doing.
	 */
	private static String reason(SQLException ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnknownHostException) {
				return "there is no such host";
			}
		}
		Throwable reason = ex.getCause() instanceof java.io.IOException network && network.getMessage() != null
				? network : ex;
		String said = Optional.ofNullable(reason.getMessage()).orElse(reason.getClass().getSimpleName());
		return said.lines().findFirst().orElse("").strip().replaceAll("\\.$", "");
	}

	private static String hosts(Properties parsed) {
		String[] names = parsed.getProperty(PGProperty.PG_HOST.getName(), "localhost").split(",");
		String[] ports = parsed.getProperty(PGProperty.PG_PORT.getName(), "5432").split(",");
		StringBuilder all = new StringBuilder();
		for (int i = 0; i < names.length; i++) {
			all.append(i == 0 ? "" : ", ").append(names[i]).append(':').append(ports[Math.min(i, ports.length - 1)]);
		}
		return all.toString();
	}

	private void pause(SQLException ex) {
		try {
			Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw refusal(ex);
		}
	}

}
