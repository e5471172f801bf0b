package org.calltolocalaction.governments;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.calltolocalaction.kernel.Links;

/**
 * What a government says about itself.
 *
 * @param type a code of the vocabulary's government types
 * @param country ISO 3166-1 alpha-2
 * @param region a code of the vocabulary's world sections
 * @param website an http or https address, or empty
 */
public record GovernmentProfile(String name, String type, String country, String region, String website) {

	public static final int LONGEST_NAME = 200;

	public static final int LONGEST_WEBSITE = 300;

	private static final Pattern SPACES = Pattern.compile("\\s+");

	public GovernmentProfile {
		name = SPACES.matcher(name).replaceAll(" ").strip();
		website = website == null ? "" : website.strip();
		if (Government.folded(name).isEmpty() || name.length() > LONGEST_NAME) {
			throw new IllegalArgumentException("A government's name has letters, and up to " + LONGEST_NAME
					+ " characters, not " + name.length());
		}
		if (!plausibleWebsite(website)) {
			throw new IllegalArgumentException("A website begins with https:// or http://");
		}
	}

	/** Whether a name holds anything by which a government could be recognised. */
	public static boolean plausibleName(String name) {
		return !Government.folded(name).isEmpty();
	}

	/** Whether the name stands well in mails to strangers: nothing in it leads anywhere. */
	boolean nameWithoutLink() {
		return !Links.in(name);
	}

	/** Whether this may become a link on a public page: nothing but a web address may, above all no script. */
	public static boolean plausibleWebsite(String website) {
		if (website.isEmpty()) {
			return true;
		}
		try {
			URI address = new URI(website);
			return website.length() <= LONGEST_WEBSITE && address.getHost() != null
					&& ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()));
		}
		catch (URISyntaxException wrong) {
			return false;
		}
	}

}
