package org.calltolocalaction.kernel.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.calltolocalaction.kernel.operation.CannotStart;
import org.calltolocalaction.testing.DeskTest;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of another age than the program stops the start with a sentence. */
@DeskTest
class DatabaseAtStartTests {

	@Autowired
	DatabaseAtStart start;

	@Autowired
	ModuleMigrations migrations;

	@Autowired
	Flyway flyway;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void only_the_migrations_that_there_are() {
		migrations.modules()
			.forEach(module -> jdbc.sql("delete from " + history(module) + " where installed_rank > 9000").update());
	}

	@ParameterizedTest
	@CsvSource({ "kernel, 0.5", "kernel, 2000", "post, 7", "reviews, 1.1", "process, 2027.1" })
	void tables_that_a_newer_desk_has_made_are_refused_whatever_their_module_and_number(String module, String version) {
		applied(module, version, "of a newer desk");

		assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> start.migrate(flyway))
			.withMessageContaining("newer version of the desk")
			.withMessageContaining("(of a newer desk)")
			.satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"))
			.satisfies(refusal -> assertThat(refusal.action()).contains("newer version", "backup"));
	}

	@Test
	void all_that_are_unknown_are_named_in_one_sentence() {
		applied("governments", "940", "one thing");
		applied("notifications", "950", "another thing");

		assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> start.migrate(flyway))
			.withMessageContaining("(one thing)")
			.withMessageContaining("(another thing)");
	}

	@Test
	void a_migration_that_was_written_otherwise_is_named_without_a_trace() {
		jdbc.sql("update flyway_schema_history_reports set checksum = checksum + 1 where version = '1'").update();
		try {
			assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> start.migrate(flyway))
				.withMessageContaining("reports")
				.withMessageContaining("made by other steps")
				.satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"));
		}
		finally {
			jdbc.sql("update flyway_schema_history_reports set checksum = checksum - 1 where version = '1'").update();
		}
	}

	@Test
	void its_own_tables_are_not_refused() {
		start.migrate(flyway);

		assertThat(migrations.of(flyway)).hasSizeGreaterThan(10)
			.allSatisfy(module -> assertThat(module.info().applied()).isNotEmpty())
			.allSatisfy(module -> assertThat(module.info().pending()).isEmpty());
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
		return new DatabaseAtStart(FirstConnectionTests.details(server.url()), Duration.ZERO,
				new ModuleMigrations(List.of()));
	}

	private static Flyway never() {
		return new FluentConfiguration().load();
	}

	private void applied(String module, String version, String description) {
		jdbc.sql("""
				insert into %s (installed_rank, version, description, type, script, checksum, installed_by,
				execution_time, success) values (9001, ?, ?, 'SQL', 'V.sql', 1, 'somebody', 1, true)"""
			.formatted(history(module))).params(version, description).update();
	}

	private static String history(String module) {
		return ModuleMigrations.HISTORY + module;
	}

}
