package org.calltolocalaction.kernel.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.calltolocalaction.kernel.operation.CannotStart;
import org.calltolocalaction.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * What a start waits for, what it does not wait for, and what it says when it gives up.
 */
@ExtendWith(OutputCaptureExtension.class)
class FirstConnectionTests {

	private static final Duration NONE = Duration.ZERO;

	private static final Duration SOME = Duration.ofSeconds(30);

	@Test
	void a_database_that_is_there_is_not_waited_for() throws SQLException {
		try (Connection connection = connecting(TestDatabase.url(), NONE).await()) {
			assertThat(connection.isValid(1)).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource({ "57P03, the database system is starting up",
			"57P01, terminating connection due to administrator command",
			"57P02, terminating connection because of crash of another server process",
			"53300, sorry too many clients already", "08P01, server closed the connection unexpectedly" })
	void what_passes_by_itself_is_waited_for(String state, String said) throws Exception {
		try (FakePostgres database = FakePostgres.refusingFirst(1, state, said);
				Connection connection = connecting(database.url(), SOME).await()) {
			assertThat(connection.isClosed()).isFalse();
			assertThat(database.callers()).isEqualTo(2);
		}
	}

	@ParameterizedTest
	@CsvSource({ "28P01, password authentication failed for user", "28000, no pg_hba.conf entry for host",
			"3D000, database \"desk\" does not exist", "42501, permission denied for database" })
	void what_only_a_person_can_change_is_said_at_once(String state, String said, CapturedOutput log)
			throws IOException {
		try (FakePostgres database = FakePostgres.refusing(state, said)) {
			CannotStart refusal = refusal(database.url(), SOME);

			assertThat(refusal).hasMessageContaining("localhost:" + database.port())
				.hasMessageContaining("desk-user")
				.hasMessageContaining(said)
				.hasMessageNotContaining("waiting");
			assertThat(log.getOut()).doesNotContain("Waiting for the database at localhost:" + database.port());
		}
	}

	@Test
	void a_database_that_starts_after_the_desk_is_found(CapturedOutput log) throws Exception {
		int port = freePort();
		CompletableFuture<Connection> desk = CompletableFuture
			.supplyAsync(() -> connecting("jdbc:postgresql://localhost:" + port + "/desk", SOME).await());
		Awaitility.await().until(() -> log.getOut().contains("Waiting for the database at localhost:" + port));

		try (FakePostgres database = FakePostgres.ofVersion("17.11", port); Connection connection = desk.get()) {
			assertThat(connection.isClosed()).isFalse();
			assertThat(database.callers()).isOne();
		}
	}

	@Test
	void nobody_there_and_not_ready_yet_are_told_apart_when_it_gives_up() throws Exception {
		try (FakePostgres starting = FakePostgres.refusing("57P03", "the database system is starting up")) {
			assertThat(refusal("jdbc:postgresql://localhost:" + freePort() + "/desk", NONE))
				.hasMessageContaining("refused");
			assertThat(refusal(starting.url(), NONE)).hasMessageContaining("the database system is starting up")
				.hasMessageContaining("0 seconds of waiting");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://no-such-host.invalid:5433/desk",
			"jdbc:postgresql://no-such-host.invalid:5433/desk?user=somebody&password=secret" })
	void a_host_that_nobody_knows_is_waited_for_and_then_named_without_what_else_stands_in_its_address(String url) {
		CannotStart refusal = refusal(url, NONE);

		assertThat(refusal).hasMessageContaining("no-such-host.invalid:5433")
			.hasMessageContaining("no such host")
			.hasMessageContaining("desk-user")
			.hasMessageNotContaining("secret");
		assertThat(refusal.action()).contains("SPRING_DATASOURCE_URL");
	}

	@Test
	void it_is_one_sentence() throws IOException {
		assertThat(refusal("jdbc:postgresql://localhost:" + freePort() + "/desk", NONE).getMessage()).endsWith(".")
			.doesNotContain("\n")
			.doesNotContain("Exception");
	}

	@Test
	void of_several_hosts_all_are_named() {
		assertThat(connecting("jdbc:postgresql://one,two:5433/desk", NONE).host()).isEqualTo("one:5432, two:5433");
	}

	@Test
	void it_gives_up_when_its_patience_is_over() throws IOException {
		try (FakePostgres database = FakePostgres.refusing("57P03", "the database system is starting up")) {
			assertThatExceptionOfType(CannotStart.class)
				.isThrownBy(() -> connecting(database.url(), Duration.ofMillis(1500)).await())
				.withMessageContaining("1 seconds of waiting have not changed that");
		}
	}

	private static CannotStart refusal(String url, Duration patience) {
		return catchThrowableOfType(CannotStart.class, () -> connecting(url, patience).await());
	}

	static FirstConnection connecting(String url, Duration patience) {
		return new FirstConnection(details(url), patience);
	}

	static JdbcConnectionDetails details(String url) {
		return new JdbcConnectionDetails() {

			@Override
			public String getUsername() {
				return url.equals(TestDatabase.url()) ? TestDatabase.USER : "desk-user";
			}

			@Override
			public String getPassword() {
				return "a password";
			}

			@Override
			public String getJdbcUrl() {
				return url;
			}

		};
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
