package org.calltolocalaction.forms.types;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides what may become a link that others follow. */
final class WebAddress {

	private static final Pattern WITHOUT_SCHEME = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+([/?#].*)?");

	// No user name before the host: it is how one site is made to look like another.
	private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

	private WebAddress() {
	}

	/** The address as a browser wants it; people leave out the https:// that they never see. */
	static Optional<String> normalised(String typed) {
		String address = WITHOUT_SCHEME.matcher(typed).matches() ? "https://" + typed : typed;
		try {
			URI uri = new URI(address);
			String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
			boolean web = scheme.equals("http") || scheme.equals("https");
			return web && isPublicHost(uri.getRawAuthority()) ? Optional.of(address) : Optional.empty();
		}
		catch (URISyntaxException notAnAddress) {
			return Optional.empty();
		}
	}

	private static boolean isPublicHost(String authority) {
		if (authority == null) {
			return false;
		}
		String[] hostAndPort = authority.split(":", 2);
		if (hostAndPort.length == 2 && !hostAndPort[1].matches("\\d{1,5}")) {
			return false;
		}
		try {
			return HOST.matcher(IDN.toASCII(hostAndPort[0]).toLowerCase(Locale.ROOT)).matches();
		}
		catch (IllegalArgumentException notAHostName) {
			return false;
		}
	}

}
