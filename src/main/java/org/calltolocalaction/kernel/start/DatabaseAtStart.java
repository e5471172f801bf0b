package org.calltolocalaction.kernel.start;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.operation.CannotStart;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Comes before the first use of the database: waits for it, refuses one that is older
 * than what the desk is tested with or whose tables a newer program has made, and only
 * then brings the tables up to date.
 */
@Component
class DatabaseAtStart implements FlywayMigrationStrategy {

	/** The major version that the tests run on. */
	static final int OLDEST_POSTGRESQL = 17;

	private static final String RESTORE = "Start the newer version of the desk, or restore the backup that was taken before it.";

	private final FirstConnection first;

	DatabaseAtStart(JdbcConnectionDetails database, @Value("${desk.database.patience:60s}") Duration patience) {
		this.first = new FirstConnection(database, patience);
	}

	@Override
	public void migrate(Flyway flyway) {
		try (Connection connection = first.await()) {
			refuseOlderServer(connection.getMetaData());
		}
		catch (SQLException ex) {
			throw new CannotStart(
					"The database at %s broke off the first conversation: %s".formatted(first.host(), ex.getMessage()),
					"See its log, and start the desk again.", ex);
		}
		refuseNewerTables(flyway);
		try {
			flyway.migrate();
		}
		catch (FlywayValidateException ex) {
			throw new CannotStart(
					"The tables in the database at %s were made by other steps than this program knows: %s"
						.formatted(first.host(), whatDiffers(flyway)),
					"Start the version of the desk that made them, or restore a backup that fits this one.", ex);
		}
	}

	/**
	 * @throws CannotStart where the server is of an older major version than the one that
	 * is tested
	 */
	void refuseOlderServer(DatabaseMetaData server) throws SQLException {
		if (server.getDatabaseMajorVersion() < OLDEST_POSTGRESQL) {
			throw new CannotStart(
					"The database at %s is PostgreSQL %s, and this desk is tested with PostgreSQL %d."
						.formatted(first.host(), server.getDatabaseProductVersion(), OLDEST_POSTGRESQL),
					"Move the data to PostgreSQL %d or newer: dump and restore.".formatted(OLDEST_POSTGRESQL));
		}
	}

	// Whatever their numbers are: those of an early module are lower than what this
	// program knows of a later one.
	private void refuseNewerTables(Flyway flyway) {
		List<MigrationInfo> unknown = Arrays.stream(flyway.info().all())
			.filter(migration -> migration.getState().isApplied() && !migration.getState().isResolved())
			.toList();
		if (!unknown.isEmpty()) {
			throw new CannotStart(
					"The tables in the database at %s were made by a newer version of the desk: this one does not know %s."
						.formatted(first.host(), named(unknown)),
					RESTORE);
		}
	}

	private static String whatDiffers(Flyway flyway) {
		try {
			return flyway.validateWithResult().invalidMigrations.stream()
				.map(migration -> "V" + migration.version + " " + migration.description)
				.collect(Collectors.joining(", "));
		}
		catch (FlywayException ex) {
			return "they cannot be compared";
		}
	}

	private static String named(List<MigrationInfo> migrations) {
		return migrations.stream()
			.map(migration -> "V%s (%s)".formatted(migration.getVersion(), migration.getDescription()))
			.collect(Collectors.joining(", "));
	}

}
