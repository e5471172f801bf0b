package org.calltolocalaction.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class EmbeddedDatabaseTests {

	@TempDir
	private static Path madeOnce;

	@TempDir
	private Path temporary;

	private DataFolder folder;

	@BeforeAll
	static void anEmptyDatabase() throws IOException {
		new EmbeddedDatabase(new DataFolder(madeOnce.resolve("data")), false).close();
	}

	@BeforeEach
	void aFolderWhoseNameHasASpace() {
		folder = new DataFolder(temporary.resolve("the data"));
	}

	@Test
	void what_was_written_is_there_after_a_restart() throws Exception {
		try (EmbeddedDatabase database = start()) {
			write(database, "a pledge");
		}

		try (EmbeddedDatabase database = start()) {
			assertThat(read(database, "select text from note")).isEqualTo("a pledge");
		}
	}

	@Test
	void what_is_committed_is_on_the_disk_unless_the_tests_say_otherwise() throws Exception {
		withDatabase(folder);
		try (EmbeddedDatabase database = new EmbeddedDatabase(folder, true)) {
			assertThat(read(database, "show fsync")).isEqualTo("on");
			assertThat(read(database, "show synchronous_commit")).isEqualTo("on");
			assertThat(read(database, "show full_page_writes")).isEqualTo("on");
		}
		try (EmbeddedDatabase database = start()) {
			assertThat(read(database, "show fsync")).isEqualTo("off");
		}
	}

	@Test
	void nobody_gets_in_without_the_password() throws Exception {
		withDatabase(folder);
		try (EmbeddedDatabase database = start()) {
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), "guessed"))
				.withMessageContaining("password");
		}
	}

	@Test
	void closing_stops_the_server() throws Exception {
		withDatabase(folder);
		EmbeddedDatabase database = start();
		ProcessHandle server = server();

		database.close();

		assertThat(server.isAlive()).isFalse();
		assertThat(folder.database().resolve("postmaster.pid")).doesNotExist();
	}

	@Test
	void the_server_of_a_desk_that_was_killed_is_stopped_and_nothing_is_lost() throws Exception {
		withDatabase(folder);
		try (EmbeddedDatabase database = start()) {
			write(database, "before the desk was killed");
		}
		ProcessHandle leftBehind = leaveAServerBehind();

		try (EmbeddedDatabase database = start()) {
			assertThat(leftBehind.isAlive()).isFalse();
			assertThat(read(database, "select text from note")).isEqualTo("before the desk was killed");
		}
	}

	@Test
	void the_server_that_was_killed_with_its_desk_comes_back_and_nothing_is_lost() throws Exception {
		withDatabase(folder);
		try (EmbeddedDatabase database = new EmbeddedDatabase(folder, true)) {
			write(database, "before both were killed");
		}
		ProcessHandle leftBehind = leaveAServerBehind();
		leftBehind.destroyForcibly();
		LeftBehindServer.ended(leftBehind);

		try (EmbeddedDatabase database = start()) {
			assertThat(read(database, "select text from note")).isEqualTo("before both were killed");
		}
	}

	@Test
	void a_process_that_only_has_the_number_of_the_old_server_is_left_alone() throws Exception {
		withDatabase(folder);
		// If it were stopped, there would be nobody left to say so: this is the process
		// that runs the test.
		Files.writeString(folder.database().resolve("postmaster.pid"),
				"%d%n%s%n1700000000%n5432%n%nlocalhost%n1 1%nready%n".formatted(ProcessHandle.current().pid(),
						folder.database()));

		try (EmbeddedDatabase database = start()) {
			assertThat(read(database, "select 1")).isEqualTo("1");
		}
	}

	@Test
	void the_server_of_another_folder_is_left_alone() throws Exception {
		withDatabase(folder);
		DataFolder other = withDatabase(new DataFolder(temporary.resolve("other data")));
		try (EmbeddedDatabase otherDatabase = new EmbeddedDatabase(other, false)) {
			Files.copy(other.database().resolve("postmaster.pid"), folder.database().resolve("postmaster.pid"));

			try (EmbeddedDatabase database = start()) {
				assertThat(read(database, "select 1")).isEqualTo("1");
				assertThat(read(otherDatabase, "select 2")).isEqualTo("2");
			}
		}
	}

	@Test
	void a_pid_file_that_was_cut_off_does_not_keep_the_desk_out() throws Exception {
		withDatabase(folder);
		Files.createFile(folder.database().resolve("postmaster.pid"));

		try (EmbeddedDatabase database = start()) {
			assertThat(read(database, "select 1")).isEqualTo("1");
		}
	}

	@Test
	void a_second_desk_on_the_same_folder_is_told_so() throws Exception {
		withDatabase(folder);
		try (EmbeddedDatabase database = start()) {
			assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(this::start)
				.withMessageContaining("Another desk")
				.withMessageContaining(folder.root().toString());
			assertThat(read(database, "select 1")).as("the first one goes on").isEqualTo("1");
		}
	}

	@Test
	void the_database_of_another_major_version_is_not_touched() throws Exception {
		Files.createDirectories(folder.database());
		Files.writeString(folder.database().resolve("PG_VERSION"), "16\n");

		assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(this::start)
			.withMessageContaining("PostgreSQL 16")
			.withMessageContaining("PostgreSQL 17")
			.satisfies(refusal -> assertThat(refusal.action()).isNotEmpty());
		try (var content = Files.list(folder.database())) {
			assertThat(content).hasSize(1);
		}
	}

	@Test
	void a_database_that_was_cut_off_while_it_was_made_is_set_aside_and_made_anew() throws Exception {
		Files.createDirectories(folder.database());
		Files.writeString(folder.database().resolve("postgresql.conf"), "half a fi");

		try (EmbeddedDatabase database = start()) {
			assertThat(read(database, "select 1")).isEqualTo("1");
		}
		try (var content = Files.list(folder.root())) {
			assertThat(content.map(path -> path.getFileName().toString()))
				.anyMatch(name -> name.startsWith("postgres-unfinished-"));
		}
	}

	/** Spares most tests the seconds that making a database takes. */
	private static DataFolder withDatabase(DataFolder folder) throws IOException {
		Path original = new DataFolder(madeOnce.resolve("data")).database();
		FileSystemUtils.copyRecursively(original, folder.database());
		Files.setPosixFilePermissions(folder.database(), PosixFilePermissions.fromString("rwx------"));
		return folder;
	}

	private EmbeddedDatabase start() throws IOException {
		return new EmbeddedDatabase(folder, false);
	}

	/**
	 * A server that runs on the folder although no desk does, as after {@code kill -9}.
	 */
	private ProcessHandle leaveAServerBehind() throws IOException {
		EmbeddedPostgres.builder()
			.setDataDirectory(folder.database())
			.setCleanDataDirectory(false)
			.setConnectConfig("password", Files.readString(folder.database().resolve("desk.password")).strip())
			.setServerConfig("unix_socket_directories", "")
			.start();
		// Its lock would have gone with the process that held it.
		Files.delete(folder.database().resolve("epg-lock"));
		return server();
	}

	private ProcessHandle server() throws IOException {
		return new LeftBehindServer(folder.database(), folder.databaseProgram()).running().orElseThrow();
	}

	private static void write(EmbeddedDatabase database, String text) throws SQLException {
		try (Connection connection = connect(database)) {
			connection.createStatement().execute("create table note (text text)");
			connection.createStatement().execute("insert into note values ('" + text + "')");
		}
	}

	private static String read(EmbeddedDatabase database, String query) throws SQLException {
		try (Connection connection = connect(database)) {
			ResultSet rows = connection.createStatement().executeQuery(query);
			rows.next();
			return rows.getString(1);
		}
	}

	private static Connection connect(EmbeddedDatabase database) throws SQLException {
		return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
	}

}
