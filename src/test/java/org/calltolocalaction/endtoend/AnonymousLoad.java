package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.calltolocalaction.PledgeDesk;
import org.calltolocalaction.testing.RawConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever strangers do for a minute, a desk with 512 MB stays up, says all the while
 * that it is well, and serves as before a moment later. Not part of the suite:
 * {@code mvn -Pload test}; its figures stand in lines that begin with FIGURE. Only this
 * machine is asked.
 */
class AnonymousLoad {

	private static final Duration LENGTH = Duration.ofSeconds(60);

	private static final Duration START = Duration.ofMinutes(5);

	private static final Duration WELL_AGAIN = Duration.ofSeconds(30);

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final List<String> PAGES = List.of("/", "/pledges", "/pledges?q=water+OR+school", "/reports",
			"/pledge-form", "/receipts/verify", "/.well-known/jwks.json", "/pledges/search-help", "/sign-in",
			"/reports/2023", "/assets/desk.css");

	private static final List<String> PARAMETERS = List.of("/pledges?q=", "/pledges?page=", "/?lang=", "/reports?year=",
			"/sign-in/link?token=", "/pledges/");

	@TempDir
	private Path folder;

	private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();

	private final AtomicLong slowestHealth = new AtomicLong();

	private final AtomicInteger healthFailures = new AtomicInteger();

	private final AtomicInteger healthAnswers = new AtomicInteger();

	private final AtomicLong mostHeap = new AtomicLong();

	private Process process;

	private URI desk;

	private volatile long end;

	@BeforeEach
	void a_desk_with_little_memory() throws Exception {
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		desk = URI.create("http://localhost:" + port);
		String here = Path.of(AnonymousLoad.class.getProtectionDomain().getCodeSource().getLocation().toURI())
			.toString();
		String libraries = Arrays
			.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
				.split(File.pathSeparator))
			.filter(entry -> !Path.of(entry).toAbsolutePath().toString().equals(here))
			.collect(Collectors.joining(File.pathSeparator));
		ProcessBuilder start = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-cp", libraries, PledgeDesk.class.getName());
		start.environment().keySet().removeIf(name -> name.toUpperCase().startsWith("SPRING_"));
		start.environment().put("SERVER_PORT", String.valueOf(port));
		start.environment().put("DESK_DATA_DIRECTORY", folder.resolve("data").toString());
		start.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
		process = start.start();
		assertThat(well(START)).as(this::log).isTrue();
	}

	@AfterEach
	void stop() throws Exception {
		process.destroy();
		if (!process.waitFor(60, TimeUnit.SECONDS)) {
			process.destroyForcibly().waitFor();
		}
	}

	@Test
	void a_minute_of_strangers_never_takes_the_desk_down() throws Exception {
		ExecutorService strangers = Executors.newCachedThreadPool();
		end = System.nanoTime() + LENGTH.toNanos();
		times(16, strangers, random -> answer("pages", one(PAGES, random), random));
		times(8, strangers, random -> answer("6 kB parameters", one(PARAMETERS, random) + hostile(random), random));
		times(6, strangers, random -> answer("no such page", "/" + Long.toHexString(random.nextLong()), random));
		times(4, strangers, this::signIn);
		times(4, strangers, this::upload);
		times(3, strangers, this::drip);
		times(2, strangers, this::readNothing);
		times(2, strangers, this::sayNothing);
		strangers.execute(this::askHowItIs);
		strangers.execute(this::lookAtTheHeap);
		strangers.shutdown();
		assertThat(strangers.awaitTermination(LENGTH.toSeconds() + 120, TimeUnit.SECONDS)).isTrue();
		long over = System.nanoTime();
		boolean wellAgain = well(WELL_AGAIN);
		Optional<Integer> page = ask("127.0.0.1", "/pledges", WELL_AGAIN);

		figure("well again and a page served after %d ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - over));
		answers.forEach((kind, number) -> figure("%s: %d", kind, number.get()));
		figure("health: %d answers, %d failures, slowest %d ms", healthAnswers.get(), healthFailures.get(),
				slowestHealth.get());
		figure("most heap seen: %d MB of 512", mostHeap.get() >> 10);
		String log = log();
		figure("errors in the log: %d", log.lines().filter(line -> line.contains(" ERROR ")).count());
		assertThat(process.isAlive()).as("the desk runs").isTrue();
		assertThat(log).doesNotContain("OutOfMemoryError");
		assertThat(wellAgain).isTrue();
		assertThat(page).contains(200);
		assertThat(healthFailures.get()).as("times it did not say that it is well").isZero();
		assertThat(answers.keySet()).as("failures of the desk").noneMatch(kind -> kind.endsWith(" 500"));
	}

	private void times(int number, ExecutorService strangers, Act act) {
		for (int i = 0; i < number; i++) {
			Random random = new Random(i);
			strangers.execute(() -> {
				while (System.nanoTime() < end) {
					try {
						act.by(random);
					}
					catch (IOException ended) {
						count("connections that the desk ended");
					}
				}
			});
		}
	}

	private void answer(String kind, String path, Random random) throws IOException {
		count(kind + ask(client(random), path, PATIENCE).map(status -> " " + status).orElse(" unanswered"));
	}

	private Optional<Integer> ask(String from, String path, Duration patience) throws IOException {
		try (RawConnection connection = RawConnection.from(from, desk)) {
			connection.sends("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path));
			Optional<Integer> status = connection.status(patience);
			connection.rest(patience);
			return status;
		}
	}

	private void signIn(Random random) throws IOException {
		try (RawConnection connection = RawConnection.from(client(random), desk)) {
			String form = "email=somebody" + random.nextInt(1000) + "%40example.org";
			connection.posts("/sign-in", form.length(), "Connection: close\r\n").sends(form);
			count("sign-in" + connection.status(PATIENCE).map(status -> " " + status).orElse(" unanswered"));
		}
	}

	private void upload(Random random) throws IOException {
		try (RawConnection connection = RawConnection.from(client(random), desk)) {
			connection.sends("POST /my/pledges/CLA-2026-0001/sections/partners HTTP/1.1\r\nHost: localhost\r\n"
					+ "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 50000000\r\n\r\n"
					+ "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n");
			String piece = "a".repeat(64 << 10);
			Optional<Integer> status = Optional.empty();
			for (int i = 0; i < 32 && status.isEmpty(); i++) {
				connection.sends(piece);
				status = connection.status(Duration.ofMillis(20));
			}
			count("uploads" + status.map(code -> " " + code).orElse(" unanswered"));
		}
	}

	/** Eighty forms at once, a byte a second each, from two clients. */
	private void drip(Random random) throws IOException {
		List<RawConnection> dripping = new ArrayList<>();
		try {
			for (int i = 0; i < 80; i++) {
				dripping.add(RawConnection.from(client(random), desk).posts("/pledges", 100_000, "").sends("q"));
			}
			while (!dripping.isEmpty() && System.nanoTime() < end) {
				for (RawConnection each : List.copyOf(dripping)) {
					Optional<Integer> status = each.status(Duration.ofMillis(12));
					if (status.isPresent()) {
						count("drips " + status.get());
						each.close();
						dripping.remove(each);
					}
					else {
						each.sends("a");
					}
				}
			}
		}
		finally {
			for (RawConnection each : dripping) {
				each.close();
			}
		}
	}

	private void readNothing(Random random) throws IOException {
		List<RawConnection> readers = new ArrayList<>();
		try {
			for (int i = 0; i < 100; i++) {
				readers.add(RawConnection.ofASlowReader(client(random), desk)
					.sends("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(one(PAGES, random)).repeat(20)));
			}
			untilTheEnd(readers, "");
		}
		finally {
			for (RawConnection each : readers) {
				each.close();
			}
		}
	}

	/** Connections whose request never ends, and such that say nothing. */
	private void sayNothing(Random random) throws IOException {
		List<RawConnection> silent = new ArrayList<>();
		try {
			for (int i = 0; i < 300; i++) {
				silent.add(
						RawConnection.from(client(random), desk).sends(i % 2 == 0 ? "" : "GET / HTTP/1.1\r\nX-Long: "));
			}
			untilTheEnd(silent, "a");
		}
		finally {
			for (RawConnection each : silent) {
				each.close();
			}
		}
	}

	private void untilTheEnd(List<RawConnection> connections, String piece) throws IOException {
		long round = Math.min(end, System.nanoTime() + TimeUnit.SECONDS.toNanos(15));
		while (System.nanoTime() < round) {
			for (RawConnection each : connections) {
				each.status(Duration.ofMillis(10));
				if (!piece.isEmpty() && connections.indexOf(each) % 2 == 1) {
					each.sends(piece);
				}
			}
		}
	}

	private void askHowItIs() {
		while (System.nanoTime() < end) {
			long begun = System.nanoTime();
			Optional<Integer> status = Optional.empty();
			try {
				status = ask("127.0.0.1", "/actuator/health", PATIENCE);
			}
			catch (IOException unanswered) {
				count("health unanswered: " + unanswered);
			}
			slowestHealth.accumulateAndGet(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun), Math::max);
			(status.filter(code -> code == 200).isPresent() ? healthAnswers : healthFailures).incrementAndGet();
		}
	}

	private void lookAtTheHeap() {
		try {
			while (System.nanoTime() < end && !process.waitFor(3, TimeUnit.SECONDS)) {
				mostHeap.accumulateAndGet(heap(), Math::max);
			}
		}
		catch (IOException | InterruptedException unknown) {
			figure("the heap could not be looked at: %s", unknown);
		}
	}

	/** In kilobytes, as the JDK's own tool says. */
	private long heap() throws IOException, InterruptedException {
		Process tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jstat").toString(), "-gc",
				String.valueOf(process.pid()))
			.start();
		List<String> lines = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		tool.waitFor();
		if (lines.size() < 2) {
			return 0;
		}
		List<String> names = Arrays.asList(lines.get(0).trim().split("\\s+"));
		String[] values = lines.get(1).trim().split("\\s+");
		return (long) List.of("S0U", "S1U", "EU", "OU")
			.stream()
			.mapToDouble(name -> number(values[names.indexOf(name)]))
			.sum();
	}

	private static double number(String text) {
		return text.equals("-") ? 0 : Double.parseDouble(text.replace(',', '.'));
	}

	private boolean well(Duration patience) throws Exception {
		long deadline = System.nanoTime() + patience.toNanos();
		while (process.isAlive() && System.nanoTime() < deadline) {
			try {
				if (ask("127.0.0.1", "/actuator/health", PATIENCE).filter(code -> code == 200).isPresent()) {
					return true;
				}
			}
			catch (IOException notYet) {
				process.waitFor(200, TimeUnit.MILLISECONDS);
			}
		}
		return false;
	}

	private static String hostile(Random random) {
		int kind = random.nextInt(4);
		String letters = IntStream.range(0, kind == 3 ? 600 : 2000)
			.mapToObj(i -> kind == 0 ? "'"
					: kind == 1 ? "\"(" : kind == 2 ? "-" : Character.toString(random.nextInt(0x100, 0xd000)))
			.collect(Collectors.joining());
		String encoded = URLEncoder.encode(letters, StandardCharsets.UTF_8);
		return encoded.substring(0, Math.min(6000, encoded.length()) / 3 * 3);
	}

	private static String client(Random random) {
		return "127.0.0." + (2 + random.nextInt(8));
	}

	private static String one(List<String> list, Random random) {
		return list.get(random.nextInt(list.size()));
	}

	private void count(String what) {
		answers.computeIfAbsent(what, unheardOf -> new AtomicInteger()).incrementAndGet();
	}

	private String log() {
		try {
			return Files.readString(folder.resolve("log"));
		}
		catch (IOException ex) {
			return "no log: " + ex;
		}
	}

	private static void figure(String line, Object... values) {
		System.out.println("FIGURE " + line.formatted(values));
	}

	@FunctionalInterface
	private interface Act {

		void by(Random random) throws IOException;

	}

}
