package org.calltolocalaction.tryout;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** The settings without which a desk that runs for real must not start, and what is wrong with those it was given. */
final class RequiredSettings {

	private static final Pattern E_MAIL_ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");

	private static final Pattern SENDER = Pattern.compile("[^<>\\r\\n]*<" + E_MAIL_ADDRESS + ">|" + E_MAIL_ADDRESS);

	private static final Pattern IN_THIS_MACHINE = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

	/** These are asked for in every mode, because a malformed one is as useless when the desk is tried out. */
	private static final List<Setting> OF_THE_DESK = List.of(
			new Setting("DESK_PUBLIC_ADDRESS", "desk.public-address",
					"the address at which people reach this desk, such as https://pledges.example.org",
					RequiredSettings::isWebAddress),
			new Setting("DESK_FIRST_COORDINATOR", "desk.first-coordinator",
					"the email address of the first coordinator, who gives all other people their roles",
					matches(E_MAIL_ADDRESS)),
			new Setting("DESK_MAIL_FROM", "desk.mail.from",
					"the sender of all emails: an email address, or a name and <an email address>", matches(SENDER)));

	private static final List<Setting> OF_ITS_SURROUNDINGS = List.of(
			new Setting("SPRING_DATASOURCE_URL", "spring.datasource.url",
					"the PostgreSQL database, such as jdbc:postgresql://database:5432/desk",
					value -> value.startsWith("jdbc:postgresql:")),
			new Setting("SPRING_DATASOURCE_USERNAME", "spring.datasource.username", "the database's user",
					StringUtils::hasText),
			new Setting("SPRING_DATASOURCE_PASSWORD", "spring.datasource.password", "that user's password",
					StringUtils::hasText),
			new Setting("SPRING_MAIL_HOST", "spring.mail.host", "the SMTP server that sends the emails",
					StringUtils::hasText));

	private RequiredSettings() {
	}

	/** @throws IncompleteSettings naming everything that is missing or malformed, so that one look is enough */
	static void check(Environment environment, boolean tryout) {
		List<String> complaints = Stream
			.concat(tryout ? Stream.empty() : OF_ITS_SURROUNDINGS.stream(), OF_THE_DESK.stream())
			.map(setting -> setting.complaint(environment.getProperty(setting.property())))
			.flatMap(Optional::stream)
			.collect(Collectors.toCollection(ArrayList::new));
		if (tryout && isWebAddress(environment.getProperty("desk.public-address", "")) && !local(environment)) {
			complaints.add("DESK_PUBLIC_ADDRESS is not an address of this machine: a demonstration makes anybody a coordinator "
					+ "who reaches it. Leave it out, or configure a database (SPRING_DATASOURCE_URL, "
					+ "SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD) to run the desk for others");
		}
		if (!complaints.isEmpty()) {
			throw new IncompleteSettings(complaints, tryout);
		}
	}

	// By its name and without asking a name server, whose answer could be another tomorrow.
	private static boolean local(Environment environment) {
		String host = URI.create(environment.getRequiredProperty("desk.public-address")).getHost().toLowerCase(Locale.ROOT);
		return host.equals("localhost") || host.endsWith(".localhost") || host.equals("[::1]")
				|| host.equals("[0:0:0:0:0:0:0:1]") || IN_THIS_MACHINE.matcher(host).matches();
	}

	private static boolean isWebAddress(String value) {
		try {
			URI address = URI.create(value);
			return address.getHost() != null && address.getQuery() == null && address.getFragment() == null
					&& ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static Predicate<String> matches(Pattern pattern) {
		return value -> pattern.matcher(value).matches();
	}

	private record Setting(String variable, String property, String meaning, Predicate<String> wellFormed) {

		Optional<String> complaint(String value) {
			if (!StringUtils.hasText(value)) {
				return Optional.of(variable + " is missing: " + meaning);
			}
			if (!wellFormed.test(value)) {
				// The value is not repeated: a malformed database address often carries a password.
				return Optional.of(variable + " cannot be used as it is: it must be " + meaning);
			}
			return Optional.empty();
		}

	}

}
