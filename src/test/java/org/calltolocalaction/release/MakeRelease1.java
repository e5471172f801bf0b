package org.calltolocalaction.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Writes what {@link Release1Tests} opens: this program's migrations, models, forms and a
 * small database of it. Not part of the suite; run once, before the release, and never
 * after it: {@code mvn test -Dtest=MakeRelease1}.
 */
@DeskTest
class MakeRelease1 {

	private static final String URL = TestDatabase.urlOfAnEmptyOne();

	private static final Path FOLDER = Path.of("src/test/resources/release-1");

	@Autowired
	Story story;

	@Autowired
	JdbcClient jdbc;

	@Value("${desk.database.modules}")
	String modules;

	@DynamicPropertySource
	static void aDatabaseOfItsOwn(DynamicPropertyRegistry settings) {
		settings.add("spring.datasource.url", () -> URL);
	}

	@Test
	void what_a_desk_of_this_release_leaves_is_written_down() throws IOException {
		story.anOpenEdition();
		story.reviewer("UCLG", "Rosa");
		Person member = story.memberOf("Godoy Cruz");
		story.aDraftBy(member);
		story.judges("UCLG", story.aPledgeUnderReviewBy(member), "APPROVE");
		PledgeReference toBeChanged = story.aPledgeUnderReviewBy(story.memberOf("Kampala"));
		story.allApproveBut("MMC", "REQUEST_CHANGES", toBeChanged);
		PledgeReference accepted = story.aPledgeUnderReviewBy(story.memberOf("Quito"));
		story.allJudge(accepted, "APPROVE");
		assertThat(jdbc.sql("select count(*) from published_pledge").query(Long.class).single()).isEqualTo(1);

		copy(Path.of("src/main/resources/db/migration"), FOLDER.resolve("migration"));
		copy(Path.of("processes"), FOLDER.resolve("processes"));
		copy(Path.of("forms"), FOLDER.resolve("forms"));
		Files.writeString(FOLDER.resolve("release.properties"), "modules=" + modules + "\n");
		try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(FOLDER.resolve("rows.sql.gz")))) {
			file.write(rows().getBytes(StandardCharsets.UTF_8));
		}
	}

	private String rows() {
		StringBuilder all = new StringBuilder("set session_replication_role = replica;\n");
		for (String table : jdbc
			.sql("""
					select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
					and table_name not like 'flyway%' and table_name not like 'spring%' and table_name <> 'one_time_tokens'
					order by 1""")
			.query(String.class)
			.list()) {
			List<String> columns = jdbc.sql(
					"select column_name from information_schema.columns where table_schema = 'public' and table_name = ? "
							+ "order by ordinal_position")
				.param(table)
				.query(String.class)
				.list();
			all.append("delete from ").append(table).append(";\n");
			String values = columns.stream()
				.map(column -> "quote_nullable(\"" + column + "\"::text)")
				.collect(Collectors.joining(" || ', ' || "));
			String into = columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
			jdbc.sql("select " + values + " from " + table)
				.query(String.class)
				.list()
				.forEach(row -> all
					.append("insert into %s (%s) overriding system value values (%s);\n".formatted(table, into, row)));
		}
		jdbc.sql(
				"""
						select format('select setval(pg_get_serial_sequence(%L, %L), coalesce((select max(%I) from %I), 0) + 1, false);',
						table_name, column_name, column_name, table_name) from information_schema.columns
						where table_schema = 'public' and is_identity = 'YES' order by table_name""")
			.query(String.class)
			.list()
			.forEach(next -> all.append(next).append('\n'));
		return all.append("set session_replication_role = origin;\n").toString();
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path copy = to.resolve(from.relativize(file));
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

}
