package org.calltolocalaction.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * Gives every desk that a test starts its surroundings, before the desk looks for them:
 * the tests' database and mail server. A test of the try-out mode, which needs neither,
 * says {@code desk.testing.surroundings=false}.
 */
class TestSurroundings implements EnvironmentPostProcessor, Ordered {

	/** Made for the tests; every desk of theirs signs by it. */
	public static final String SIGNING_KEY = "MC4CAQAwBQYDK2VwBCIEIFetjCmpNA1c01gAO9DqOpaaJ8j6EhLI/yByvl8Rq/US";

	private static final String WHAT_THE_TEST_SAYS = "Inlined Test Properties";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		Map<String, Object> settings = new HashMap<>();
		settings.put("desk.engine.job-executor", false);
		settings.put("desk.mail.delivery", false);
		settings.put("desk.trail.checkpoints", false);
		settings.put("desk.partners.watch", false);
		settings.put("desk.inbox.watch", false);
		settings.put("desk.wording.watch", false);
		// What is refused for being slow, or for want of room, is refused soon.
		settings.put("desk.load.grace", "2s");
		settings.put("desk.load.patience", "1s");
		// The tests' database may be slow on a machine that does much else; tests of
		// outages say otherwise.
		settings.put("desk.database.silence", "20s");
		if ("0".equals(environment.getProperty("server.port"))) {
			// A free port that is known before the start, so that links in mails lead
			// back to this desk.
			int port = freePort();
			settings.put("server.port", port);
			settings.put("desk.public-address", "http://localhost:" + port);
		}
		if (environment.getProperty("desk.testing.surroundings", Boolean.class, true)) {
			settings.put("spring.datasource.url", TestDatabase.url());
			settings.put("spring.datasource.username", TestDatabase.USER);
			settings.put("spring.datasource.password", TestDatabase.PASSWORD);
			settings.put("spring.mail.host", "localhost");
			settings.put("spring.mail.port", TestMailServer.instance().getSmtp().getPort());
			settings.put("desk.inbox.host", "localhost");
			settings.put("desk.inbox.port", TestMailServer.instance().getImap().getPort());
			settings.put("desk.inbox.ssl", false);
			settings.put("desk.inbox.address", TestMailServer.INBOX);
			settings.put("desk.inbox.user", TestMailServer.INBOX_USER);
			settings.put("desk.inbox.password", TestMailServer.INBOX_PASSWORD);
			settings.putIfAbsent("desk.public-address", "http://localhost");
			settings.put("desk.mail.from", "Call to Local Action <desk@calltolocalaction.example>");
			settings.put("desk.receipts.signing-key", SIGNING_KEY);
			settings.put("desk.first-coordinator", "coordinator@calltolocalaction.example");
		}
		MutablePropertySources sources = environment.getPropertySources();
		if (sources.contains(WHAT_THE_TEST_SAYS)) {
			sources.addAfter(WHAT_THE_TEST_SAYS, new MapPropertySource("test surroundings", settings));
		}
		else {
			sources.addFirst(new MapPropertySource("test surroundings", settings));
		}
		if (settings.containsKey("server.port")) {
			// The test says zero.
			sources.addFirst(new MapPropertySource("test port", Map.of("server.port", settings.get("server.port"))));
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No port is free", ex);
		}
	}

	/** After the configuration files, before the desk decides in which mode it starts. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 1;
	}

}
