package org.calltolocalaction.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import org.calltolocalaction.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** A database as a release left it, made of its own migrations and what was in it. */
final class ReleaseDatabase {

	/** What the engine of that release makes for itself. */
	private static final List<String> TABLES_OF_THE_ENGINE = List.of("engine", "history", "identity", "case.engine",
			"case.history", "decision.engine", "decision.history");

	private ReleaseDatabase() {
	}

	/**
	 * @param folder of the test's resources
	 * @return the address of a database of its own
	 */
	static String of(String folder) {
		String url = TestDatabase.urlOfAnEmptyOne();
		try (Connection connection = DriverManager.getConnection(url, TestDatabase.USER, TestDatabase.PASSWORD);
				Statement statement = connection.createStatement()) {
			for (String tables : TABLES_OF_THE_ENGINE) {
				statement.execute(text("org/camunda/bpm/engine/db/create/activiti.postgres.create." + tables + ".sql"));
			}
			for (String module : modules(folder)) {
				Flyway.configure()
					.dataSource(url, TestDatabase.USER, TestDatabase.PASSWORD)
					.locations("classpath:" + folder + "/migration/" + module)
					.table("flyway_schema_history_" + module)
					.baselineOnMigrate(true)
					.baselineVersion("0")
					.load()
					.migrate();
			}
			try (GZIPInputStream rows = new GZIPInputStream(
					new ClassPathResource(folder + "/rows.sql.gz").getInputStream())) {
				statement.execute(new String(rows.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		catch (SQLException | IOException ex) {
			throw new IllegalStateException("The database of %s could not be made".formatted(folder), ex);
		}
		return url;
	}

	private static List<String> modules(String folder) throws IOException {
		Properties settings = PropertiesLoaderUtils
			.loadProperties(new ClassPathResource(folder + "/release.properties"));
		return List.of(settings.getProperty("modules").split(","));
	}

	private static String text(String resource) throws IOException {
		return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
	}

}
