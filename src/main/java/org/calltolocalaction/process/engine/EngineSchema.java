package org.calltolocalaction.process.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.kernel.operation.CannotStart;
import org.camunda.bpm.engine.ProcessEngine;

/**
 * For which version of the engine its tables were made. The engine itself starts on those
 * of a newer one, and looks no further.
 */
final class EngineSchema {

	private static final Pattern MAJOR_AND_MINOR = Pattern.compile("^(\\d+)\\.(\\d+)");

	private EngineSchema() {
	}

	/**
	 * @throws CannotStart where a newer engine has made or changed the tables
	 */
	static void refuseNewer(Connection connection) throws SQLException {
		refuseNewer(connection, ProcessEngine.class.getPackage().getImplementationVersion());
	}

	/**
	 * @param engine the version of the engine on board, such as {@code 7.24.0}
	 */
	static void refuseNewer(Connection connection, String engine) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String table : new String[] { "act_ge_schema_log",
					"act_ge_property where name_ = 'schema.version'" }) {
				if (exists(statement, table.split(" ")[0])) {
					refuseNewer(statement, table, engine);
				}
			}
		}
	}

	private static void refuseNewer(Statement statement, String table, String engine) throws SQLException {
		String column = table.startsWith("act_ge_property") ? "value_" : "version_";
		try (ResultSet versions = statement.executeQuery("select " + column + " from " + table)) {
			while (versions.next()) {
				String version = versions.getString(1);
				if (version != null && Arrays.compare(number(version), number(engine)) > 0) {
					throw new CannotStart(
							"The tables of the process engine are those of version %s, and this desk has version %s of it."
								.formatted(version, engine),
							"Start the newer version of the desk, or restore the backup that was taken before it.");
				}
			}
		}
	}

	private static boolean exists(Statement statement, String table) throws SQLException {
		try (ResultSet found = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
			return found.next() && found.getBoolean(1);
		}
	}

	// Patches of one minor version share their tables. What is no number, such as the
	// engine's own "fox", is older than all.
	private static int[] number(String version) {
		Matcher number = MAJOR_AND_MINOR.matcher(version);
		return number.find() ? new int[] { Integer.parseInt(number.group(1)), Integer.parseInt(number.group(2)) }
				: new int[0];
	}

}
