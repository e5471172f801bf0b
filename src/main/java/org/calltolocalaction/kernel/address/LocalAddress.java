package org.calltolocalaction.kernel.address;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * An address within the desk, such as {@code /my/pledges?check=true}: the only kind to
 * which a link or a redirect may lead that was made of something a request said. Browsers
 * read {@code //evil.example}, {@code /\evil.example} and {@code https:evil.example} as
 * other hosts; nothing of the sort passes, however it is encoded.
 */
public record LocalAddress(String value) {

	private static final int LONGEST = 8192;

	// What the desk calls its pages by; no colon, backslash, second slash or step
	// upwards.
	private static final Pattern PATH = Pattern.compile("(/(?!/)[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\\\:?#/]*)+");

	private static final Pattern STEPS = Pattern.compile("(^|/)\\.{1,2}(/|;|$)");

	// Behind the path no sign leads anywhere else; those that end a header or a link are
	// not let through.
	private static final Pattern REST = Pattern.compile("[^\\s\\p{Cc}\\p{Cf}\"<>\\\\]*");

	public LocalAddress {
		if (!isLocal(value)) {
			throw new IllegalArgumentException(
					"An address within the desk begins with one slash, not like this: " + value);
		}
	}

	/** The address, if it is one within the desk. */
	public static Optional<LocalAddress> of(String address) {
		return isLocal(address) ? Optional.of(new LocalAddress(address)) : Optional.empty();
	}

	/**
	 * The address within the desk of a whole one, as browsers send it.
	 * @param own scheme and host of the desk, without a slash at the end
	 */
	public static Optional<LocalAddress> of(String whole, String own) {
		return whole != null && whole.startsWith(own + "/") ? of(whole.substring(own.length())) : Optional.empty();
	}

	private static boolean isLocal(String address) {
		if (address == null || address.length() > LONGEST) {
			return false;
		}
		int end = endOfPath(address);
		return address.indexOf(' ') < 0 && isPath(address.substring(0, end))
				&& REST.matcher(address.substring(end)).matches();
	}

	private static int endOfPath(String address) {
		int question = address.indexOf('?');
		int hash = address.indexOf('#');
		return question < 0 ? hash < 0 ? address.length() : hash : hash < 0 ? question : Math.min(question, hash);
	}

	// Encoded once or twice: a proxy may decode what the browser left as it was.
	private static boolean isPath(String path) {
		String decoded = path;
		for (int times = 0; times < 3; times++) {
			if (!PATH.matcher(decoded).matches() || STEPS.matcher(decoded).find()) {
				return false;
			}
			try {
				decoded = UriUtils.decode(decoded, StandardCharsets.UTF_8);
			}
			catch (IllegalArgumentException malformed) {
				// The rest is no code: as it stands it has been looked at.
				return times > 0;
			}
		}
		return true;
	}

	@Override
	public String toString() {
		return value;
	}

}
