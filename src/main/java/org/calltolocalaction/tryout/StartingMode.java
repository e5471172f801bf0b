package org.calltolocalaction.tryout;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Decides once, before anything else starts, whether the desk is tried out or runs for
 * real. It is tried out when nothing is said about a database, not even an empty word,
 * and one is on board; everything else asks for {@value #TRYOUT} only. While it is tried
 * out, anybody who reaches it is a coordinator with one click: so only this machine does,
 * unless somebody says at which address it is to listen. A desk that runs for real does
 * not start before {@link RequiredSettings} are all there.
 */
class StartingMode implements EnvironmentPostProcessor, Ordered {

	static final String TRYOUT = "desk.tryout";

	/**
	 * Whether mail stays in the local mailbox: in try-out mode, as long as no SMTP host
	 * is configured.
	 */
	static final String LOCAL_MAILBOX = "desk.local-mailbox";

	private static final ConfigurationPropertyName DATABASE = ConfigurationPropertyName.of("spring.datasource");

	/** How Spring Boot calls the settings that are part of the desk. */
	private static final String OUR_OWN = "Config resource 'class path resource [application.properties]'";

	private static final String ADDRESS = "server.address";

	private static final String LOOPBACK = "127.0.0.1";

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
		boolean tryout = databaseOnBoard && !saysSomethingAboutADatabase(environment);
		boolean localMailbox = tryout && !configured(environment, "spring.mail.host");
		if (tryout) {
			environment.getPropertySources().addLast(new MapPropertySource("try-out", defaults(environment)));
			if (!configured(environment, ADDRESS)) {
				// First, because an empty address means all of them to the server.
				environment.getPropertySources()
					.addFirst(new MapPropertySource("try-out address", Map.of(ADDRESS, LOOPBACK)));
			}
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

	/**
	 * However it is written, wherever it stands, and be it empty: our own settings of the
	 * pool are the one exception.
	 */
	private static boolean saysSomethingAboutADatabase(ConfigurableEnvironment environment) {
		return environment.getPropertySources().stream().anyMatch(StartingMode::saysSomethingAboutADatabase);
	}

	private static boolean saysSomethingAboutADatabase(PropertySource<?> source) {
		if (source.getName().startsWith(OUR_OWN) && source instanceof EnumerablePropertySource<?> ours) {
			return Arrays.stream(ours.getPropertyNames())
				.anyMatch(name -> name.startsWith(DATABASE + ".") && !name.startsWith(DATABASE + ".hikari."));
		}
		ConfigurationPropertySource names = ConfigurationPropertySource.from(source);
		return names != null && (names.containsDescendantOf(DATABASE) == ConfigurationPropertyState.PRESENT
				|| names.getConfigurationProperty(DATABASE) != null);
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
