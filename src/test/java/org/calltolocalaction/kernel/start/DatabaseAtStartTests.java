package org.calltolocalaction.kernel.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import org.calltolocalaction.kernel.operation.CannotStart;
import org.calltolocalaction.testing.DeskTest;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of another age than the program stops the start with a sentence. */
@DeskTest
class DatabaseAtStartTests {

	@Autowired
	DatabaseAtStart start;

	@Autowired
	Flyway flyway;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void only_the_migrations_that_there_are() {
		jdbc.sql("delete from flyway_schema_history where installed_rank > 9000").update();
	}

	@ParameterizedTest
	@ValueSource(strings = { "V002", "V241.1", "V563", "V721", "V900", "V2027.1" })
	void tables_that_a_newer_desk_has_made_are_refused_whatever_the_number_of_the_migration(String version) {
		applied(version.substring(1), "of a newer desk");

		assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> start.migrate(flyway))
			.withMessageContaining("newer version of the desk")
			.withMessageContaining("(of a newer desk)")
			.satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"))
			.satisfies(refusal -> assertThat(refusal.action()).contains("newer version", "backup"));
	}

	@Test
	void all_that_are_unknown_are_named_in_one_sentence() {
		applied("003", "one thing");
		applied("950", "another thing");

		assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> start.migrate(flyway))
			.withMessageContaining("(one thing)")
			.withMessageContaining("(another thing)");
	}

	@Test
	void a_migration_that_was_written_otherwise_is_named_without_a_trace() {
		jdbc.sql("update flyway_schema_history set checksum = checksum + 1 where version = '600'").update();
		try {
			assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> start.migrate(flyway))
				.withMessageContaining("V600 reports")
				.satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"));
		}
		finally {
			jdbc.sql("update flyway_schema_history set checksum = checksum - 1 where version = '600'").update();
		}
	}

	@Test
	void its_own_tables_are_not_refused() {
		start.migrate(flyway);

		assertThat(flyway.info().pending()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "9.6.24", "12.20", "16.4", "16.10 (Debian 16.10-1.pgdg12+1)" })
	void a_server_older_than_the_tested_one_is_refused(String version) throws IOException {
		try (FakePostgres server = FakePostgres.ofVersion(version)) {
			assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> startOn(server).migrate(never()))
				.withMessageContaining("PostgreSQL " + version)
				.withMessageContaining("PostgreSQL 17")
				.withMessageContaining("localhost:" + server.port())
				.satisfies(refusal -> assertThat(refusal.action()).contains("dump and restore"));
		}
	}

	@Test
	void the_oldest_server_is_the_one_that_the_tests_run_on() {
		assertThat(jdbc.sql("show server_version_num").query(Integer.class).single() / 10_000)
			.isEqualTo(DatabaseAtStart.OLDEST_POSTGRESQL);
	}

	private static DatabaseAtStart startOn(FakePostgres server) {
		return new DatabaseAtStart(FirstConnectionTests.details(server.url()), Duration.ZERO);
	}

	private static Flyway never() {
		return new FluentConfiguration().load();
	}

	private void applied(String version, String description) {
		jdbc.sql(
				"""
						insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
						execution_time, success) select 9000 + count(*) + 1, ?, ?, 'SQL', 'V.sql', 1, 'somebody', 1, true
						from flyway_schema_history where installed_rank > 9000""")
			.params(version, description)
			.update();
	}

}
