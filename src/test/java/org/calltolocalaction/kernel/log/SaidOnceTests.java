package org.calltolocalaction.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mail.MailSendException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What of a flood of failures is in the log. */
class SaidOnceTests {

	private final AtomicLong now = new AtomicLong();

	private final SaidOnce saidOnce = new SaidOnce(now::get);

	private final LoggerContext log = new LoggerContext();

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	private final Logger anybody = log.getLogger("org.somebody.Else");

	@BeforeEach
	void a_log() {
		saidOnce.setContext(log);
		saidOnce.start();
		log.addTurboFilter(saidOnce);
		lines.start();
		log.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
		log.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(lines);
	}

	static Stream<Throwable> outages() {
		return Stream.of(new SQLTransientConnectionException("desk - Connection is not available"),
				new PSQLException("Connection to localhost:5432 refused.", PSQLState.CONNECTION_UNABLE_TO_CONNECT,
						new ConnectException("refused")),
				new SQLException("terminating connection due to administrator command", "57P01"),
				new DataAccessResourceFailureException("wrapped",
						new SQLException("the database system is starting up", "57P03")),
				new CannotCreateTransactionException("wrapped",
						new RuntimeException(new SQLException("gone", "08006"))),
				new SQLException("could not extend file: No space left on device", "53100"),
				new RuntimeException(new SQLException("Connection is closed")),
				new MessagingException("Could not connect to SMTP host: mail, port: 25",
						new ConnectException("refused")),
				new MailSendException("wrapped", null,
						Map.of("a mail",
								new MessagingException("Exception reading response",
										new SocketTimeoutException("Read timed out")))),
				new MailSendException("wrapped", new MessagingException("421 4.3.2 Service not available")),
				new ClientAbortException(new IOException("Broken pipe")), new IOException("Connection reset by peer"));
	}

	@ParameterizedTest
	@MethodSource("outages")
	void an_outage_is_one_line_and_then_one_each_minute_with_a_count(Throwable outage) {
		for (int minute = 0; minute < 3; minute++) {
			for (int i = 0; i < 500; i++) {
				anybody.error("It failed", outage);
				anybody.warn("Job {} of {} failed", i, "the engine", outage);
			}
			now.addAndGet(Duration.ofMinutes(1).toNanos());
			saidOnce.sayWhatIsDue(anybody);
		}

		assertThat(lines.list).hasSize(4).allSatisfy(line -> {
			assertThat(line.getThrowableProxy()).isNull();
			assertThat(line.getLoggerName()).isEqualTo(SaidOnce.LOGGER);
			assertThat(line.getFormattedMessage()).doesNotContain("\n");
		});
		assertThat(texts().get(1)).contains("999 failures");
		assertThat(texts().get(2)).contains("1,000 failures");
	}

	@ParameterizedTest
	@MethodSource("outages")
	void an_outage_that_is_over_is_said_anew_when_it_comes_back(Throwable outage) {
		anybody.error("It failed", outage);
		for (int minute = 0; minute < 2; minute++) {
			now.addAndGet(Duration.ofMinutes(1).toNanos());
			saidOnce.sayWhatIsDue(anybody);
		}
		anybody.error("It failed", outage);

		assertThat(lines.list).hasSize(2);
		assertThat(texts().get(0)).isEqualTo(texts().get(1));
	}

	@Test
	void a_pool_that_is_full_is_not_called_a_database_that_is_away() {
		anybody.error("It failed", new CannotCreateTransactionException("wrapped", new SQLTransientConnectionException(
				"desk - Connection is not available, request timed out after 1000ms")));
		anybody.error("It failed", new SQLTransientConnectionException("The database is away: refused", "08001",
				new SQLException("refused", "08001")));

		assertThat(texts()).hasSize(2);
		assertThat(texts().get(0)).startsWith("All connections to the database are in use");
		assertThat(texts().get(1)).startsWith("The database cannot be reached: refused");
	}

	@Test
	void what_the_pool_says_without_an_exception_is_of_the_same_outage() {
		Logger pool = log.getLogger("com.zaxxer.hikari.pool.PoolBase");
		anybody.error("It failed", new SQLException("gone", "08006"));
		pool.warn("{} - Failed to validate connection {} ({}). Possibly consider using a shorter maxLifetime value.",
				"desk", "c", "closed");
		pool.warn("{} - Thread starvation or clock leap detected (housekeeper delta={}).", "desk", "1m");

		assertThat(texts()).hasSize(2).last().asString().startsWith("desk - Thread starvation");
	}

	@Test
	void an_unexpected_failure_is_told_once_with_its_trace_and_then_counted() {
		for (int i = 0; i < 100; i++) {
			anybody.error("Failure on page {}", i, failure("no " + i));
		}
		anybody.error("Failure on a page", new IllegalStateException("another"));
		now.addAndGet(Duration.ofMinutes(1).toNanos());
		saidOnce.sayWhatIsDue(anybody);

		assertThat(lines.list).hasSize(3);
		assertThat(lines.list.get(0).getThrowableProxy().getStackTraceElementProxyArray()).isNotEmpty();
		assertThat(lines.list.get(1).getThrowableProxy().getMessage()).isEqualTo("another");
		assertThat(texts().get(2)).contains("99 failures", "Failure on page 99: no 99");
	}

	@Test
	void what_was_counted_is_said_before_the_program_ends() {
		for (int i = 0; i < 2; i++) {
			anybody.error("It failed", failure("a"));
			anybody.error("It failed", new SQLException("gone", "08006"));
		}

		saidOnce.sayTheRest(anybody);
		saidOnce.sayTheRest(anybody);

		assertThat(texts()).hasSize(4).filteredOn(text -> text.contains("1 failures")).hasSize(2);
	}

	@Test
	void nothing_else_is_touched() {
		for (int i = 0; i < 3; i++) {
			anybody.info("Started");
			anybody.warn("Something is odd: {}", "gone");
			anybody.debug("Not logged at all", failure("a"));
		}
		log.getLogger("org.hushed").setLevel(Level.OFF);
		log.getLogger("org.hushed").error("Not logged at all", new SQLException("gone", "08006"));

		assertThat(texts()).hasSize(6);
	}

	@Test
	void a_mistake_of_ours_is_no_outage() {
		for (Throwable mistake : List.of(new SQLException("syntax error", "42601"),
				new SQLException("duplicate key", "23505"), new IOException("No such file"),
				new AddressException("Missing domain"), new MessagingException("550 no such user"),
				new SQLException("Connection is closed by somebody"))) {
			anybody.error("It failed", mistake);
		}

		assertThat(lines.list).hasSize(6).allMatch(line -> line.getThrowableProxy() != null);
	}

	private static RuntimeException failure(String message) {
		return new IllegalStateException(message);
	}

	private List<String> texts() {
		return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

}
