package org.calltolocalaction.process.engine;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.calltolocalaction.kernel.operation.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationException;

class EngineSchemaTests {

	private final String url = Node.aDatabaseWithTables();

	@ParameterizedTest
	@CsvSource({ "7.25.0, 7.24.0", "7.24.0, 7.23.5", "8.0.0, 7.24.0", "7.100.0, 7.24.0" })
	void tables_of_a_newer_engine_are_refused(String tables, String engine) throws SQLException {
		try (Node node = Node.on(url, execution -> {
		}); Connection connection = node.get(DataSource.class).getConnection()) {
			node.jdbc().sql("update act_ge_schema_log set version_ = ?").param(tables).update();

			assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> EngineSchema.refuseNewer(connection, engine))
				.withMessageContaining(tables)
				.withMessageContaining(engine);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "7.24.0", "7.24.3", "7.23.0", "7.9.0", "fox" })
	void its_own_tables_with_any_patch_and_older_ones_are_not(String tables) {
		withEngineTables(tables);

		Node.on(url, execution -> {
		}).close();
	}

	@Test
	void the_start_ends_in_a_sentence() {
		withEngineTables("7.25.0");

		assertThatExceptionOfType(BeanCreationException.class).isThrownBy(() -> Node.on(url, execution -> {
		}))
			.havingRootCause()
			.isInstanceOf(CannotStart.class)
			.withMessageContaining("7.25.0")
			.withMessageContaining("7.24");
	}

	@Test
	void the_property_counts_as_well_where_it_is_a_number() {
		try (Node node = Node.on(url, execution -> {
		})) {
			node.jdbc().sql("update act_ge_property set value_ = '7.25.0' where name_ = 'schema.version'").update();
		}

		assertThatExceptionOfType(BeanCreationException.class).isThrownBy(() -> Node.on(url, execution -> {
		})).havingRootCause().isInstanceOf(CannotStart.class);
	}

	private void withEngineTables(String version) {
		try (Node node = Node.on(url, execution -> {
		})) {
			node.jdbc().sql("update act_ge_schema_log set version_ = ?").param(version).update();
		}
	}

}
