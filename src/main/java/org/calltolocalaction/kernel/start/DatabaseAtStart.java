package org.calltolocalaction.kernel.start;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.operation.CannotStart;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Comes before the first use of the database: waits for it, refuses one that is older
 * than what the desk is tested with, that was made before the first release or whose
 * tables a newer program has made, and only then brings the tables of each module up to
 * date. Whatever is refused is refused before anything is changed.
 */
@Component
class DatabaseAtStart implements FlywayMigrationStrategy {

	/** The major version that the tests run on. */
	static final int OLDEST_POSTGRESQL = 17;

	private static final String RESTORE = "Start the newer version of the desk, or restore the backup that was taken before it.";

	private static final String BEGIN_ANEW = "Start on an empty database: delete the data folder of a demonstration, "
			+ "run \"docker compose down --volumes\" where Compose keeps the database, or else create a new one. "
			+ "What is in the old one can be read with the version that made it.";

	// Until the first release there was one history for all modules, and every desk wrote
	// its audit trail first.
	private static final String MADE_BEFORE_THE_FIRST_RELEASE = """
			select to_regclass('audit_entry') is not null and to_regclass('%skernel') is null"""
		.formatted(ModuleMigrations.HISTORY);

	/** Any number, as long as nobody else locks by it. */
	private static final long ONE_AT_A_TIME = 1_010_202_614L;

	private final FirstConnection first;

	private final ModuleMigrations migrations;

	DatabaseAtStart(JdbcConnectionDetails database, @Value("${desk.database.patience:60s}") Duration patience,
			ModuleMigrations migrations) {
		this.first = new FirstConnection(database, patience);
		this.migrations = migrations;
	}

	@Override
	public void migrate(Flyway flyway) {
		try (Connection connection = first.await()) {
			refuseOlderServer(connection.getMetaData());
		}
		catch (SQLException ex) {
			throw brokeOff(ex);
		}
		try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
				Statement statement = connection.createStatement()) {
			// Another desk that starts on this database now finds all of it done.
			statement.execute("select pg_advisory_lock(%d)".formatted(ONE_AT_A_TIME));
			try {
				refuseTablesOfBefore(statement);
				bringUpToDate(migrations.of(flyway));
			}
			finally {
				statement.execute("select pg_advisory_unlock(%d)".formatted(ONE_AT_A_TIME));
			}
		}
		catch (SQLException ex) {
			throw brokeOff(ex);
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

	private void refuseTablesOfBefore(Statement statement) throws SQLException {
		try (ResultSet row = statement.executeQuery(MADE_BEFORE_THE_FIRST_RELEASE)) {
			if (row.next() && row.getBoolean(1)) {
				throw new CannotStart(
						"The tables in the database at %s were made by a version of the desk from before its first release, and cannot be brought up to date."
							.formatted(first.host()),
						BEGIN_ANEW);
			}
		}
	}

	private void bringUpToDate(List<Flyway> modules) {
		List<MigrationInfo> all = modules.stream().flatMap(module -> Arrays.stream(module.info().all())).toList();
		refuseNewerTables(all);
		refuseOtherTables(all);
		modules.stream().filter(module -> module.info().pending().length > 0).forEach(Flyway::migrate);
	}

	// Whatever their numbers are: a newer desk may have added one between two that this
	// program knows.
	private void refuseNewerTables(List<MigrationInfo> all) {
		List<MigrationInfo> unknown = all.stream()
			.filter(migration -> migration.getState().isApplied() && !migration.getState().isResolved())
			.toList();
		if (!unknown.isEmpty()) {
			throw new CannotStart(
					"The tables in the database at %s were made by a newer version of the desk: this one does not know %s."
						.formatted(first.host(), named(unknown)),
					RESTORE);
		}
	}

	private void refuseOtherTables(List<MigrationInfo> all) {
		List<MigrationInfo> others = all.stream().filter(DatabaseAtStart::wasAnotherOne).toList();
		if (!others.isEmpty()) {
			throw new CannotStart(
					"The tables in the database at %s were made by other steps than this program knows: %s."
						.formatted(first.host(), named(others)),
					"Start the version of the desk that made them, or restore a backup that fits this one.");
		}
	}

	// Written otherwise when it was applied, or not applied although a later one was.
	private static boolean wasAnotherOne(MigrationInfo migration) {
		MigrationState state = migration.getState();
		return state == MigrationState.IGNORED || state.isFailed() || state.isApplied() && state.isResolved()
				&& !Objects.equals(migration.getResolvedChecksum(), migration.getAppliedChecksum());
	}

	private CannotStart brokeOff(SQLException ex) {
		return new CannotStart(
				"The database at %s broke off the first conversation: %s".formatted(first.host(), ex.getMessage()),
				"See its log, and start the desk again.", ex);
	}

	private static String named(List<MigrationInfo> migrations) {
		return migrations.stream()
			.map(migration -> "%s (%s)".formatted(migration.getScript(), migration.getDescription()))
			.collect(Collectors.joining(", "));
	}

}
