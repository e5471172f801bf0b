package org.calltolocalaction.governments;

import org.calltolocalaction.kernel.address.Links;
import org.calltolocalaction.kernel.address.WebAddress;
import org.calltolocalaction.kernel.text.Text;

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

	public GovernmentProfile {
		name = Text.NAME.of(name);
		website = Text.ADDRESS.of(website);
		if (Government.folded(name).isEmpty() || name.length() > LONGEST_NAME) {
			throw new IllegalArgumentException(
					"A government's name has letters, and up to " + LONGEST_NAME + " characters, not " + name.length());
		}
		if (!plausibleWebsite(website)) {
			throw new IllegalArgumentException("A website begins with https:// or http:// and names a public host");
		}
	}

	/** Whether it is the same that coordinators confirm: name, country and kind. */
	boolean isCalledAs(GovernmentProfile other) {
		return name.equals(other.name) && type.equals(other.type) && country.equals(other.country);
	}

	/** The rest of this, for a government that stays what it was confirmed as. */
	GovernmentProfile of(GovernmentProfile confirmed) {
		return new GovernmentProfile(confirmed.name, confirmed.type, confirmed.country,
				country.equals(confirmed.country) ? region : confirmed.region, website);
	}

	/** Whether a name holds anything by which a government could be recognised. */
	public static boolean plausibleName(String name) {
		return !Government.folded(name).isEmpty();
	}

	/**
	 * Whether the name stands well in mails to strangers: nothing in it leads anywhere.
	 */
	boolean nameWithoutLink() {
		return !Links.in(name);
	}

	/**
	 * Whether this may become a link on a public page: nothing but a web address may,
	 * above all no script.
	 */
	public static boolean plausibleWebsite(String website) {
		return website.isEmpty() || website.length() <= LONGEST_WEBSITE
				&& WebAddress.parse(website).map(WebAddress::value).filter(website::equals).isPresent();
	}

}
