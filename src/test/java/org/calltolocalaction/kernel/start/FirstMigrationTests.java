package org.calltolocalaction.kernel.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.calltolocalaction.kernel.operation.CannotStart;
import org.calltolocalaction.testing.AtOnce;
import org.calltolocalaction.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What becomes of a database at its first start: an empty one gets its tables, also in
 * several attempts or from several desks at once, and one of before is left as it is.
 */
class FirstMigrationTests {

	private static final List<String> MODULES = modules();

	private final String url = TestDatabase.urlOfAnEmptyOne();

	private final JdbcClient jdbc = JdbcClient.create(dataSource());

	@Test
	void a_database_of_before_the_first_release_is_left_as_it_is_and_told_in_a_sentence() {
		asItWasBefore("001", "audit trail");
		List<String> before = tables();

		assertThatExceptionOfType(CannotStart.class).isThrownBy(this::start)
			.withMessageContaining("from before its first release")
			.satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"))
			.satisfies(refusal -> assertThat(refusal.action()).contains("empty database", "data folder",
					"docker compose down --volumes"));

		assertThat(tables()).isEqualTo(before).contains("audit_entry", "flyway_schema_history");
	}

	@Test
	void one_of_before_is_recognised_without_its_history_too() {
		jdbc.sql("create table audit_entry (id bigint)").update();

		assertThatExceptionOfType(CannotStart.class).isThrownBy(this::start)
			.withMessageContaining("from before its first release");

		assertThat(tables()).containsExactly("audit_entry");
	}

	@Test
	void the_tables_of_another_program_in_the_same_database_are_no_hindrance() {
		jdbc.sql("create table flyway_schema_history (version text)").update();
		jdbc.sql("create table theirs (id bigint)").update();

		start();

		assertThat(tables()).contains("theirs", "audit_entry", "engine_node");
	}

	@Test
	void a_first_start_that_was_interrupted_between_two_modules_goes_on_at_the_next() {
		startOf(MODULES.subList(0, 4));
		assertThat(tables()).contains("account", "government").doesNotContain("pledge");

		start();

		assertThat(tables()).contains("pledge", "engine_node");
		assertThatEachModuleWasMigratedOnce();
	}

	@Test
	void one_that_was_interrupted_before_the_first_table_goes_on_too() {
		startOf(MODULES.subList(0, 1));
		jdbc.sql(
				"drop table audit_erasure, audit_personal, audit_waiting, audit_leaf, audit_node, audit_checkpoint, audit_entry cascade")
			.update();
		jdbc.sql("drop function audit_stays, audit_waits, audit_erasure_acts, audit_personal_erased").update();
		jdbc.sql("delete from flyway_schema_history_kernel").update();

		start();

		assertThat(tables()).contains("audit_entry", "pledge");
	}

	@Test
	void nothing_of_any_module_is_changed_where_one_of_them_is_refused() {
		startOf(MODULES.subList(0, 2));
		jdbc.sql(
				"update flyway_schema_history_post set version = '7', description = 'of a newer desk' where version = '1'")
			.update();

		assertThatExceptionOfType(CannotStart.class).isThrownBy(this::start).withMessageContaining("(of a newer desk)");

		assertThat(tables()).doesNotContain("account", "pledge");
	}

	@Test
	void desks_that_start_at_once_on_a_new_database_make_its_tables_once() throws Exception {
		AtOnce.allAtOnce(3, () -> {
			start();
			return true;
		});

		assertThatEachModuleWasMigratedOnce();
	}

	private void assertThatEachModuleWasMigratedOnce() {
		for (String module : MODULES) {
			assertThat(
					jdbc.sql("select script from flyway_schema_history_" + module + " where type = 'SQL' and success")
						.query(String.class)
						.list())
				.as(module)
				.isNotEmpty()
				.doesNotHaveDuplicates();
		}
	}

	private void start() {
		startOf(MODULES);
	}

	private void startOf(List<String> modules) {
		new DatabaseAtStart(details(), Duration.ZERO, new ModuleMigrations(modules))
			.migrate(Flyway.configure().dataSource(dataSource()).locations("classpath:db/migration").load());
	}

	// The small part of it that every desk had.
	private void asItWasBefore(String version, String description) {
		jdbc.sql(
				"""
						create table flyway_schema_history (installed_rank integer primary key, version varchar(50),
						description varchar(200), type varchar(20), script varchar(1000), checksum integer,
						installed_by varchar(100), installed_on timestamp default now(), execution_time integer, success boolean)""")
			.update();
		jdbc.sql(
				"""
						insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
						installed_by, execution_time, success) values (1, ?, ?, 'SQL', 'V001__audit_trail.sql', 1, 'desk', 1, true)""")
			.params(version, description)
			.update();
		jdbc.sql(
				"""
						create table audit_entry (id bigint generated always as identity primary key, subject varchar(64) not null,
						act varchar(64) not null, who varchar(320) not null, why text not null, at timestamptz not null)""")
			.update();
		jdbc.sql(
				"insert into audit_entry (subject, act, who, why, at) values ('2026', 'edition.opened', 'a', 'b', now())")
			.update();
	}

	private List<String> tables() {
		return jdbc.sql("select table_name from information_schema.tables where table_schema = 'public' order by 1")
			.query(String.class)
			.list();
	}

	// Not the driver's own: it adds each of its settings to the address, and Flyway hides
	// what is secret in an address in a time that grows with it.
	private DataSource dataSource() {
		return new DriverManagerDataSource(url, TestDatabase.USER, TestDatabase.PASSWORD);
	}

	private JdbcConnectionDetails details() {
		return new JdbcConnectionDetails() {

			@Override
			public String getUsername() {
				return TestDatabase.USER;
			}

			@Override
			public String getPassword() {
				return TestDatabase.PASSWORD;
			}

			@Override
			public String getJdbcUrl() {
				return url;
			}

		};
	}

	private static List<String> modules() {
		Properties settings = new Properties();
		try (InputStream file = FirstMigrationTests.class.getResourceAsStream("/application.properties")) {
			settings.load(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Expected the settings of the desk", ex);
		}
		return List.of(settings.getProperty("desk.database.modules").split(","));
	}

}
