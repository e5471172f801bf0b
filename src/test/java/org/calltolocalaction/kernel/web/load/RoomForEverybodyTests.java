package org.calltolocalaction.kernel.web.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.RawConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is slow, or wants much, keeps nobody else out. */
@DeskTest
class RoomForEverybodyTests {

	private static final String SOMEBODY_ELSE = "127.0.0.2";

	/**
	 * Only so that nothing is waited for in vain: a machine that runs other tests, too,
	 * takes its time.
	 */
	private static final Duration SOON = Duration.ofSeconds(60);

	@Autowired
	private DeskProperties properties;

	@Autowired
	private Lanes lanes;

	@Autowired
	private LoadLimits limits;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private MeterRegistry meters;

	private final HttpClient browser = HttpClient.newHttpClient();

	private final List<AutoCloseable> open = new ArrayList<>();

	private URI desk;

	@BeforeEach
	void a_desk_that_has_answered_before() throws Exception {
		desk = properties.publicAddress();
		HttpRequest first = HttpRequest.newBuilder(desk.resolve("/pledges")).timeout(Duration.ofMinutes(2)).build();
		browser.send(first, BodyHandlers.discarding());
	}

	@AfterEach
	void everybody_leaves() throws Exception {
		for (AutoCloseable each : open) {
			each.close();
		}
		await().atMost(SOON).until(() -> pages().bodies().inside() == 0 && pages().requests().inside() == 0);
	}

	@Test
	void two_hundred_and_thirty_forms_that_drip_keep_no_other_visitor_out() throws Exception {
		List<RawConnection> dripping = new ArrayList<>();
		for (int i = 0; i < 230; i++) {
			dripping.add(connection(SOMEBODY_ELSE).posts("/pledges", 1000, "").sends("q"));
		}

		await().atMost(SOON).until(() -> pages().bodies().of(SOMEBODY_ELSE) > 0);
		assertThat(pages().bodies().of(SOMEBODY_ELSE)).isLessThanOrEqualTo(limits.pages().bodiesPerClient());
		assertThat(status("/pledges")).isEqualTo(200);
		assertThat(status("/actuator/health")).isEqualTo(200);
		assertThat(status("/sign-in")).isEqualTo(200);
		assertThat(aWholeForm().status(SOON)).as("a form of another, which was read to its end").contains(403);

		int tooMany = 230 - limits.pages().perClient();
		List<Integer> answers = statusesOfWhoDrip(dripping.subList(230 - tooMany, 230));
		assertThat(answers).as("those for whom there was no room").hasSize(tooMany).contains(503).isSubsetOf(503, 408);
	}

	@Test
	void signing_in_keeps_a_reserve_while_everything_else_is_full_of_forms_that_drip() throws Exception {
		for (int client = 2; client < 8; client++) {
			for (int i = 0; i < 40; i++) {
				connection("127.0.0." + client).posts("/pledges", 1000, "").sends("q");
			}
		}
		await().atMost(SOON).until(() -> pages().bodies().inside() > 0);

		assertThat(status("/sign-in")).isEqualTo(200);
		assertThat(status("/actuator/health")).isEqualTo(200);
		RawConnection signingIn = connection(SOMEBODY_ELSE).posts("/sign-in", 1, "Connection: close\r\n").sends("q");
		assertThat(signingIn.status(SOON)).contains(403);
		assertThat(status("/pledges")).as("a reader from elsewhere").isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/pledges", "/sign-in", "/no-such-page", "/my/pledges" })
	void a_form_that_drips_is_cut_off_with_408(String path) throws Exception {
		RawConnection dripping = connection(SOMEBODY_ELSE).posts(path, 100_000, "Accept-Language: fr\r\n").sends("q=");

		assertThat(statusOfWhoSends("a", dripping)).contains(408);
		assertThat(dripping.rest(SOON)).contains("Connection: close").contains("La connexion était trop lente");
	}

	@Test
	void what_drips_and_is_read_by_nobody_is_cut_off_too() throws Exception {
		RawConnection dripping = connection(SOMEBODY_ELSE)
			.sends("POST /pledges HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n"
					+ "Content-Length: 100000\r\n\r\nq");
		await().atMost(SOON).until(() -> dripping.status(Duration.ofMillis(50)).isPresent());

		await().atMost(SOON).until(() -> {
			try {
				dripping.sends("a");
				return pages().bodies().inside() == 0;
			}
			catch (IOException ended) {
				return true;
			}
		});
	}

	@Test
	void headers_that_never_end_are_not_waited_for() throws Exception {
		RawConnection dripping = connection(SOMEBODY_ELSE).sends("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ");

		await().atMost(SOON).until(() -> ended(dripping));
	}

	@Test
	void a_connection_that_is_kept_open_between_two_requests_is_not_one_that_never_ends() throws Exception {
		RawConnection kept = connection(SOMEBODY_ELSE)
			.sends("GET /assets/mark.svg HTTP/1.1\r\nHost: localhost\r\n\r\n");
		assertThat(kept.status(SOON)).contains(200);

		// Longer than headers may take: the reading is the pause.
		kept.rest(limits.grace().multipliedBy(2).plusSeconds(2));

		kept.sends("GET /no-such-page HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		assertThat(kept.rest(SOON)).contains("HTTP/1.1 404");
	}

	@Test
	void files_that_drip_are_cut_off_with_408() throws Exception {
		RawConnection dripping = connection(SOMEBODY_ELSE)
			.sends("POST /pledges HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\n"
					+ "Content-Length: 100000\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n");

		assertThat(statusOfWhoSends("a", dripping)).contains(408);
	}

	@Test
	void a_slow_line_that_sends_honestly_gets_its_form_through() throws Exception {
		String piece = "a".repeat(1000);
		RawConnection slow = connection(SOMEBODY_ELSE).posts("/sign-in", 12_000, "Connection: close\r\n");

		for (int i = 0; i < 12; i++) {
			slow.sends(piece);
			// The reading is the pause: a third of a second, which makes three times the
			// least rate, for twice the grace.
			assertThat(slow.status(Duration.ofMillis(i == 11 ? 60_000 : 330)).filter(any -> true).orElse(0)).isIn(0,
					403);
		}

		assertThat(slow.status(SOON)).as("refused for its token, when all had arrived").contains(403);
	}

	@ParameterizedTest
	@CsvSource({ "en, This site is busy", "es, La plataforma está muy solicitada",
			"fr, La plateforme est très sollicitée" })
	void whoever_waits_too_long_for_their_turn_gets_a_page_that_says_so(String language, String title)
			throws Exception {
		List<Lane> taken = allWork();
		try {
			HttpResponse<String> busy = get("/pledges", "Accept-Language", language);

			assertThat(busy.statusCode()).isEqualTo(503);
			assertThat(busy.headers().firstValue("Retry-After")).isPresent();
			assertThat(busy.body()).contains("<h1 class=\"govuk-heading-l\">" + title).contains("desk-header");
			assertThat(status("/actuator/health")).isEqualTo(200);
			assertThat(status("/sign-in")).isEqualTo(200);
			assertThat(status("/assets/mark.svg")).isEqualTo(200);
		}
		finally {
			taken.forEach(Lane::end);
		}
		assertThat(status("/pledges")).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ZDJmNTU2NjQtMWI0OC00YjE1LTg4ZTItZTA5YTRhZTQ5Zjc0" })
	void a_pool_without_connections_is_told_as_busy_and_not_as_a_failure(String session) throws Exception {
		HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
		long patience = pool.getConnectionTimeout();
		for (int i = pool.getHikariPoolMXBean().getActiveConnections(); i < pool.getMaximumPoolSize(); i++) {
			Connection taken = pool.getConnection();
			open.add(taken);
		}
		pool.setConnectionTimeout(250);
		try {
			double before = triesInVain();
			HttpResponse<String> busy = get("/pledges", "Cookie", "DESK_SESSION=" + session);

			assertThat(triesInVain() - before).as("tries for a connection, of which one wait has two")
				.isBetween(1.0, 2.0);
			assertThat(busy.statusCode()).isEqualTo(503);
			assertThat(busy.headers().firstValue("Retry-After")).isPresent();
			assertThat(busy.body()).contains("This site is busy").doesNotContain("Reference");
			before = triesInVain();
			assertThat(get("/no-such-page", "Cookie", "DESK_SESSION=" + session).statusCode()).isIn(404, 503);
			assertThat(triesInVain() - before).as("for an error page").isLessThanOrEqualTo(2);
			assertThat(status("/assets/mark.svg")).isEqualTo(200);
		}
		finally {
			pool.setConnectionTimeout(patience);
		}
	}

	@Test
	void no_connection_to_the_database_is_held_while_a_form_is_being_received() throws Exception {
		HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
		connection(SOMEBODY_ELSE)
			.posts("/my/profile", 100_000, "Cookie: DESK_SESSION=ZDJmNTU2NjQtMWI0OC00YjE1LTg4ZTItZTA5YTRhZTQ5Zjc0\r\n")
			.sends("name=");

		await().atMost(SOON).until(() -> pages().bodies().inside() == 1);
		assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
	}

	private double triesInVain() {
		return meters.get("hikaricp.connections.timeout").counter().count();
	}

	private Lane pages() {
		return lanes.of("/pledges", true);
	}

	private List<Lane> allWork() {
		List<Lane> taken = new ArrayList<>();
		for (int i = 0; i < limits.pages().work(); i++) {
			assertThat(pages().begin(SOON)).isTrue();
			taken.add(pages());
		}
		return taken;
	}

	private RawConnection connection(String from) throws IOException {
		RawConnection connection = RawConnection.from(from, desk);
		open.add(connection);
		return connection;
	}

	private RawConnection aWholeForm() throws IOException {
		return connection("127.0.0.1").posts("/pledges", 3, "Connection: close\r\n").sends("q=a");
	}

	private static boolean ended(RawConnection connection) {
		try {
			connection.sends("a");
			return false;
		}
		catch (IOException over) {
			return true;
		}
	}

	private static Optional<Integer> statusOfWhoSends(String piece, RawConnection connection) throws IOException {
		long deadline = System.nanoTime() + SOON.toNanos();
		Optional<Integer> status = Optional.empty();
		while (status.isEmpty() && System.nanoTime() < deadline) {
			try {
				connection.sends(piece);
			}
			catch (IOException ended) {
				return connection.status(SOON);
			}
			status = connection.status(Duration.ofMillis(100));
		}
		return status;
	}

	/**
	 * Of all of them by turns, since each that is silent is waited for until the server
	 * ends it for its silence.
	 */
	private static List<Integer> statusesOfWhoDrip(List<RawConnection> connections) throws IOException {
		long deadline = System.nanoTime() + SOON.toNanos();
		List<RawConnection> waiting = new ArrayList<>(connections);
		List<Integer> statuses = new ArrayList<>();
		while (!waiting.isEmpty() && System.nanoTime() < deadline) {
			for (RawConnection each : List.copyOf(waiting)) {
				Optional<Integer> status = each.status(Duration.ofMillis(5));
				if (status.isPresent()) {
					statuses.add(status.get());
					waiting.remove(each);
				}
				else {
					each.sends("a");
				}
			}
		}
		return statuses;
	}

	private int status(String path) throws Exception {
		return get(path, "Accept-Language", "en").statusCode();
	}

	private HttpResponse<String> get(String path, String header, String value) throws Exception {
		return browser.send(HttpRequest.newBuilder(desk.resolve(path)).header(header, value).timeout(SOON).build(),
				BodyHandlers.ofString());
	}

}
