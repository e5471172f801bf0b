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
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.request.TrustedProxies;
import org.calltolocalaction.kernel.signing.SigningKey;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The settings without which a desk that runs for real must not start, and what is wrong
 * with those it was given.
 */
final class RequiredSettings {

	private static final Pattern IN_THIS_MACHINE = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

	/**
	 * These are asked for in every mode, because a malformed one is as useless when the
	 * desk is tried out.
	 */
	private static final List<Setting> OF_THE_DESK = List.of(
			new Setting("DESK_PUBLIC_ADDRESS", "desk.public-address",
					"the address at which people reach this desk, such as https://pledges.example.org",
					RequiredSettings::isWebAddress),
			new Setting("DESK_FIRST_COORDINATOR", "desk.first-coordinator",
					"the email address of the first coordinator, who gives all other people their roles",
					value -> value.indexOf('<') < 0 && EmailAddress.parse(value).isPresent()),
			new Setting("DESK_MAIL_FROM", "desk.mail.from",
					"the sender of all emails: an email address, or a name and <an email address>",
					RequiredSettings::isSender));

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

	/**
	 * Needed where a desk runs for real; the demonstration makes its own, unless it is
	 * given one.
	 */
	private static final Setting SIGNING_KEY = new Setting("DESK_RECEIPTS_SIGNING_KEY", "desk.receipts.signing-key",
			"the private key that signs receipts, of Ed25519, as \"openssl genpkey -algorithm ed25519\" writes it, or "
					+ "the same in Base64 on one line",
			SigningKey::isOne);

	/**
	 * Nobody needs these; a malformed one must not be taken for one that is not there.
	 */
	private static final List<Setting> IF_GIVEN = List.of(new Setting("DESK_TRUSTED_PROXIES", "desk.trusted-proxies",
			"the IP addresses of the reverse proxies in front of the desk, or ranges such as 10.1.0.0/16, with commas "
					+ "between them",
			RequiredSettings::areProxies));

	private RequiredSettings() {
	}

	/**
	 * @throws IncompleteSettings naming everything that is missing or malformed, so that
	 * one look is enough
	 */
	static void check(Environment environment, boolean tryout) {
		Stream<String> required = Stream
			.concat(tryout ? Stream.empty() : Stream.concat(OF_ITS_SURROUNDINGS.stream(), Stream.of(SIGNING_KEY)),
					OF_THE_DESK.stream())
			.map(setting -> setting.complaint(environment.getProperty(setting.property())))
			.flatMap(Optional::stream);
		Stream<String> optional = Stream.concat(IF_GIVEN.stream(), tryout ? Stream.of(SIGNING_KEY) : Stream.empty())
			.filter(setting -> StringUtils.hasText(environment.getProperty(setting.property())))
			.map(setting -> setting.complaint(environment.getProperty(setting.property())))
			.flatMap(Optional::stream);
		List<String> complaints = Stream.concat(required, optional).collect(Collectors.toCollection(ArrayList::new));
		if (tryout && isWebAddress(environment.getProperty("desk.public-address", "")) && !local(environment)) {
			complaints.add(
					"DESK_PUBLIC_ADDRESS is not an address of this machine: a demonstration makes anybody a coordinator "
							+ "who reaches it. Leave it out, or configure a database (SPRING_DATASOURCE_URL, "
							+ "SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD) to run the desk for others");
		}
		if (!complaints.isEmpty()) {
			throw new IncompleteSettings(complaints, tryout);
		}
	}

	// By its name and without asking a name server, whose answer could be another
	// tomorrow.
	private static boolean local(Environment environment) {
		String host = URI.create(environment.getRequiredProperty("desk.public-address"))
			.getHost()
			.toLowerCase(Locale.ROOT);
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

	// Every mail has it: a mailbox that not every server can be told of is none for a
	// sender.
	private static boolean isSender(String value) {
		return value.chars().noneMatch(Character::isISOControl)
				&& EmailAddress.parse(value).filter(address -> !address.needsUtf8()).isPresent();
	}

	private static boolean areProxies(String value) {
		try {
			return !TrustedProxies.named(value).none();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private record Setting(String variable, String property, String meaning, Predicate<String> wellFormed) {

		Optional<String> complaint(@Nullable String value) {
			if (!StringUtils.hasText(value)) {
				return Optional.of(variable + " is missing: " + meaning);
			}
			if (!wellFormed.test(value)) {
				// The value is not repeated: a malformed database address often carries a
				// password.
				return Optional.of(variable + " cannot be used as it is: it must be " + meaning);
			}
			return Optional.empty();
		}

	}

}
