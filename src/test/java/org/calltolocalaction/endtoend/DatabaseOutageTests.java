package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.OwnDatabase;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitors;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * The database goes away in every way in which one does: the desk says so, loses nothing
 * that anybody typed, and is well again by itself. The figures stand in lines that begin
 * with FIGURE; the time that an answer may take here is only that nothing is waited for
 * in vain on a machine that does much else.
 */
@DeskTest
@DirtiesContext
@TestPropertySource(properties = { "desk.database.silence=1500ms", "desk.engine.job-executor=true" })
class DatabaseOutageTests {

	private static final Duration SOON = Duration.ofSeconds(60);

	/** Far below the time-outs that ended such a request before. */
	private static final Duration ANSWERED = Duration.ofSeconds(10);

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private static OwnDatabase database;

	@TempDir
	private static Path folder;

	@Autowired
	private DeskProperties properties;

	@Autowired
	private Visitors visitors;

	@Autowired
	private Story story;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SpringTransactionsProcessEngineConfiguration engine;

	private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private URI desk;

	/** How a database goes away, and how it comes back. */
	enum Outage {

		STOPPED(OwnDatabase::stop, OwnDatabase::start), KILLED(OwnDatabase::kill, OwnDatabase::start),
		SILENT(OwnDatabase::pause, OwnDatabase::resume);

		private final Consumer<OwnDatabase> begins;

		private final Consumer<OwnDatabase> ends;

		Outage(Consumer<OwnDatabase> begins, Consumer<OwnDatabase> ends) {
			this.begins = begins;
			this.ends = ends;
		}

	}

	@DynamicPropertySource
	static void a_database_of_its_own(DynamicPropertyRegistry settings) {
		database = new OwnDatabase(folder);
		settings.add("spring.datasource.url", database::url);
	}

	@AfterAll
	static void stop_it() {
		database.close();
	}

	@BeforeEach
	void a_desk_that_is_well() throws Exception {
		desk = properties.publicAddress();
		await().atMost(SOON).until(() -> status("/actuator/health") == 200 && status("/pledges") == 200);
	}

	@ParameterizedTest
	@EnumSource
	void the_desk_says_that_it_is_not_well_answers_every_page_and_is_well_again_by_itself(Outage outage)
			throws Exception {
		long begun = System.nanoTime();
		outage.begins.accept(database);
		try {
			CompletableFuture<HttpResponse<String>> askedBeforeAnybodyKnew = browser
				.sendAsync(request("/pledges").GET().build(), BodyHandlers.ofString());

			await().pollInterval(Duration.ofMillis(50)).atMost(SOON).until(this::knowsOfIt);
			figure("%s: readiness says so after %d ms", outage, since(begun));
			assertThat(status("/actuator/health")).isEqualTo(503);
			assertThat(status("/actuator/health/liveness")).isEqualTo(200);
			assertUnavailable(askedBeforeAnybodyKnew.get(ANSWERED.toSeconds(), TimeUnit.SECONDS));
			figure("%s: a page that was asked for as it began is answered after %d ms", outage, since(begun));

			for (String page : List.of("/pledges", "/", "/my", "/reports", "/coordination")) {
				long asked = System.nanoTime();
				assertUnavailable(get(page, "DESK_SESSION=ZDJmNTU2NjQtMWI0OC00YjE1LTg4ZTItZTA5YTRhZTQ5Zjc0"));
				figure("%s: %s is answered in %d ms", outage, page, since(asked));
			}
			assertThat(status("/assets/mark.svg")).isEqualTo(200);
		}
		finally {
			outage.ends.accept(database);
		}
		long ended = System.nanoTime();
		await().pollInterval(Duration.ofMillis(50)).atMost(SOON).until(() -> status("/pledges") == 200);
		figure("%s: pages are there again %d ms after the database", outage, since(ended));
		await().pollInterval(Duration.ofMillis(50))
			.atMost(SOON)
			.until(() -> status("/actuator/health/readiness") == 200);
		figure("%s: ready again %d ms after the database", outage, since(ended));
		// Not one of the connections that the outage left behind fails anybody.
		assertThat(IntStream.range(0, 30).mapToObj(time -> status("/pledges")).distinct()).containsExactly(200);
	}

	@ParameterizedTest
	@EnumSource
	void what_a_form_sent_is_given_back_and_can_be_sent_again_when_the_desk_is(Outage outage) throws Exception {
		String address = "ana-" + outage.name().toLowerCase() + "@example.org";
		String token = token(browser.send(request("/sign-in").GET().build(), BodyHandlers.ofString()).body());
		outage.begins.accept(database);
		String page;
		try {
			HttpResponse<String> answer = browser
				.send(form("/sign-in?from=home", "email", address, "_csrf", token, "note", "Two\r\nlines & <more>")
					.header("Origin", desk.toString())
					.build(), BodyHandlers.ofString());

			assertUnavailable(answer);
			assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
			page = answer.body();
			assertThat(page)
				.contains("action=\"/sign-in?from=home\"", "value=\"" + address + "\"",
						"Two\r\nlines &amp; &lt;more&gt;</textarea>")
				.containsOnlyOnce("name=\"_csrf\"")
				.doesNotContain("name=\"from\"");
		}
		finally {
			outage.ends.accept(database);
		}
		await().atMost(SOON).until(() -> status("/actuator/health/readiness") == 200);

		HttpResponse<String> sent = browser
			.send(form("/sign-in?from=home", "email", address, "_csrf", token(page)).build(), BodyHandlers.ofString());

		assertThat(sent.statusCode()).isEqualTo(302);
		assertThat(sent.headers().firstValue("Location"))
			.hasValueSatisfying(next -> assertThat(next).endsWith("/sign-in/sent"));
	}

	@Test
	void nothing_is_given_back_to_what_comes_from_elsewhere() throws Exception {
		database.kill();
		try {
			await().atMost(SOON).until(this::knowsOfIt);
			for (String header : List.of("Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site",
					"Referer: https://evil.example/" + desk, "Accept: text/html")) {
				String[] said = header.split(": ", 2);
				HttpResponse<String> answer = browser.send(
						form("/sign-in", "email", "typed elsewhere").header(said[0], said[1]).build(),
						BodyHandlers.ofString());

				assertUnavailable(answer);
				assertThat(answer.body()).as(header)
					.doesNotContain("typed elsewhere")
					.doesNotContain("<form method=\"post\"");
			}
		}
		finally {
			database.start();
		}
	}

	@Test
	void an_outage_is_a_line_or_two_however_much_is_asked_meanwhile() throws Exception {
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		ListAppender<ILoggingEvent> lines = new ListAppender<>();
		lines.start();
		root.addAppender(lines);
		try {
			database.kill();
			try {
				await().atMost(SOON).until(this::knowsOfIt);
				for (int i = 0; i < 200; i++) {
					assertThat(status("/pledges")).isEqualTo(503);
				}
			}
			finally {
				database.start();
			}
			await().atMost(SOON).until(() -> status("/pledges") == 200);
		}
		finally {
			root.detachAppender(lines);
		}

		assertThat(lines.list).allMatch(line -> line.getThrowableProxy() == null);
		assertThat(lines.list).hasSizeLessThan(6)
			.anyMatch(line -> line.getFormattedMessage().startsWith("The database is there again after"));
		figure("lines of the log in an outage with 200 requests: %d", lines.list.size());
	}

	@Test
	void who_was_signed_in_still_is_when_the_database_is_back() {
		story.anOpenEdition();
		var visitor = visitors.signedIn(story.memberOf("Beira"));
		database.kill();
		try {
			await().atMost(SOON).until(() -> visitor.opens("/my").status() == 503);
		}
		finally {
			database.start();
		}

		await().atMost(SOON).until(() -> visitor.opens("/my").status() == 200);
		assertThat(visitor.opens("/my").path()).isEqualTo("/my");
	}

	@Test
	void a_job_that_the_outage_cut_off_is_not_locked_for_minutes() {
		story.anOpenEdition();
		String mine = engine.getJobExecutor().getLockOwner();
		assertThat(jdbc.sql("update act_ru_job set lock_owner_ = ?, lock_exp_time_ = now() + interval '5 minutes'")
			.param(mine)
			.update()).isPositive();

		database.kill();
		try {
			await().atMost(SOON).until(this::knowsOfIt);
		}
		finally {
			database.start();
		}

		await().atMost(SOON)
			.ignoreExceptions()
			.until(() -> jdbc.sql("select count(*) from act_ru_job where lock_owner_ = ? and duedate_ > now()")
				.param(mine)
				.query(Integer.class)
				.single() == 0);
	}

	private static void assertUnavailable(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
		assertThat(answer.headers().firstValue("Content-Security-Policy"))
			.hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
		assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(answer.body()).contains("This site is not available at the moment", "desk-header")
			.doesNotContain("Reference:");
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(desk.resolve(path)).header("Accept-Language", "en").timeout(ANSWERED);
	}

	private HttpRequest.Builder form(String path, String... fields) {
		String body = IntStream.range(0, fields.length / 2)
			.mapToObj(i -> encoded(fields[2 * i]) + "=" + encoded(fields[2 * i + 1]))
			.reduce((one, other) -> one + "&" + other)
			.orElseThrow();
		return request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body));
	}

	private HttpResponse<String> get(String path, String cookie) throws Exception {
		return HttpClient.newHttpClient()
			.send(request(path).header("Cookie", cookie).GET().build(), BodyHandlers.ofString());
	}

	// The health of the whole is bad as soon as any part of it misses the database.
	private boolean knowsOfIt() {
		return status("/actuator/health/readiness") == 503;
	}

	private int status(String path) {
		try {
			return browser.send(request(path).GET().build(), BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			throw new IllegalStateException(path + " was not answered", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String token(String page) {
		Matcher token = CSRF.matcher(page);
		assertThat(token.find()).isTrue();
		return token.group(1);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static long since(long nanos) {
		return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
	}

	private static void figure(String format, Object... values) {
		System.out.println("FIGURE " + format.formatted(values));
	}

}
