package org.calltolocalaction.kernel.address;

import java.lang.Character.UnicodeScript;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.calltolocalaction.kernel.text.Text;

/**
 * What may become a link that others follow: an http or https address of a public host,
 * without a user name, which is how one site is made to look like another.
 *
 * @param value as a browser wants it
 */
public record WebAddress(String value) {

	private static final int LONGEST = 2000;

	private static final Pattern WITHOUT_SCHEME = Pattern
		.compile("[\\p{L}\\p{M}\\p{N}-]+([.。][\\p{L}\\p{M}\\p{N}-]+)+(:\\d{1,5})?([/?#].*)?");

	private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]*)(.*)", Pattern.DOTALL);

	private static final int LAST_PORT = 65_535;

	/**
	 * Letters of these look like Latin ones, and whole names can be written with them.
	 */
	private static final Set<UnicodeScript> LOOK_LATIN = Set.of(UnicodeScript.CYRILLIC, UnicodeScript.GREEK,
			UnicodeScript.ARMENIAN, UnicodeScript.CHEROKEE);

	public WebAddress {
		if (!isWebAddress(value)) {
			throw new IllegalArgumentException("A web address begins with https:// or http:// and has a public host");
		}
	}

	/** The address that was typed; people leave out the https:// that they never see. */
	public static Optional<WebAddress> parse(String typed) {
		String text = Text.ADDRESS.of(typed);
		String address = WITHOUT_SCHEME.matcher(text).matches() ? "https://" + text : text;
		return isWebAddress(address) ? Optional.of(new WebAddress(address)) : Optional.empty();
	}

	/** The same with the host in the letters that every program understands alike. */
	public String link() {
		Matcher parts = parts();
		return parts.group(1) + "://" + ascii(host(parts.group(2))).orElseThrow() + port(parts.group(2))
				+ parts.group(3);
	}

	/**
	 * How it is shown: in its own letters where nobody can take it for another, else as
	 * {@link #link} has it. A name in letters of several scripts, or in those that look
	 * like Latin ones below a Latin ending, could be anybody's.
	 */
	public String shown() {
		Matcher parts = parts();
		String host = DomainName.shown(ascii(host(parts.group(2))).orElseThrow());
		return isPlain(host) ? parts.group(1) + "://" + host + port(parts.group(2)) + parts.group(3) : link();
	}

	private Matcher parts() {
		Matcher parts = PARTS.matcher(value);
		parts.matches();
		return parts;
	}

	private static boolean isWebAddress(String address) {
		if (address == null || address.length() > LONGEST) {
			return false;
		}
		Matcher parts = PARTS.matcher(address);
		if (!parts.matches() || !isPort(port(parts.group(2)))) {
			return false;
		}
		try {
			new URI(address);
			return ascii(host(parts.group(2))).isPresent();
		}
		catch (URISyntaxException notAnAddress) {
			return false;
		}
	}

	// By names with a dot: no numbers of a network, and nothing of one's own machine.
	private static Optional<String> ascii(String host) {
		return DomainName.canonical(host);
	}

	// What stands before an @ stays in the host, where it is refused.
	private static String host(String authority) {
		int colon = authority.lastIndexOf(':');
		return colon < 0 ? authority : authority.substring(0, colon);
	}

	private static String port(String authority) {
		int colon = authority.lastIndexOf(':');
		return colon < 0 ? "" : authority.substring(colon);
	}

	private static boolean isPort(String port) {
		return port.isEmpty() || port.matches(":\\d{1,5}") && Integer.parseInt(port.substring(1)) <= LAST_PORT;
	}

	private static boolean isPlain(String host) {
		String ending = host.substring(host.lastIndexOf('.') + 1);
		for (String label : host.split("\\.")) {
			Set<UnicodeScript> scripts = label.codePoints()
				.mapToObj(UnicodeScript::of)
				.filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
				.collect(Collectors.toSet());
			if (scripts.size() > 1 || scripts.stream().anyMatch(LOOK_LATIN::contains) && isAscii(ending)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isAscii(String text) {
		return text.chars().allMatch(letter -> letter < 0x80);
	}

	@Override
	public String toString() {
		return value;
	}

}
