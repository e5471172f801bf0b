package org.calltolocalaction.tryout;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Decides once, before anything else starts, whether the desk is tried out or runs for real. It is tried out when
 * nothing is said about a database and one is on board; everything else asks for {@value #TRYOUT} only. A desk that
 * runs for real does not start before {@link RequiredSettings} are all there.
 */
class StartingMode implements EnvironmentPostProcessor, Ordered {

	static final String TRYOUT = "desk.tryout";

	/** Whether mail stays in the local mailbox: in try-out mode, as long as no SMTP host is configured. */
	static final String LOCAL_MAILBOX = "desk.local-mailbox";

	private static final boolean DATABASE_ON_BOARD = ClassUtils
		.isPresent("io.zonky.test.db.postgres.embedded.EmbeddedPostgres", StartingMode.class.getClassLoader());

	private final boolean databaseOnBoard;

	StartingMode() {
		this(DATABASE_ON_BOARD);
	}

	StartingMode(boolean databaseOnBoard) {
		this.databaseOnBoard = databaseOnBoard;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		boolean tryout = databaseOnBoard && !configured(environment, "spring.datasource.url")
				&& !configured(environment, "spring.datasource.username");
		boolean localMailbox = tryout && !configured(environment, "spring.mail.host");
		if (tryout) {
			environment.getPropertySources().addLast(new MapPropertySource("try-out", defaults(environment)));
		}
		environment.getPropertySources()
			.addFirst(new MapPropertySource("starting mode", Map.of(TRYOUT, tryout, LOCAL_MAILBOX, localMailbox)));
		RequiredSettings.check(environment, tryout);
	}

	private static Map<String, Object> defaults(Environment environment) {
		Map<String, Object> defaults = new LinkedHashMap<>();
		defaults.put("desk.public-address", "http://localhost:" + environment.getProperty("server.port", "8080"));
		defaults.put("desk.mail.from", "Call to Local Action <desk@calltolocalaction.example>");
		defaults.put("desk.first-coordinator", "coordinator@calltolocalaction.example");
		return defaults;
	}

	private static boolean configured(Environment environment, String name) {
		return StringUtils.hasText(environment.getProperty(name));
	}

	/** After the configuration files were read. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
