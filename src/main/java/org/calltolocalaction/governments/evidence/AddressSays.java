package org.calltolocalaction.governments.evidence;

import java.util.Collection;
import java.util.Optional;
import org.calltolocalaction.governments.Government;

/**
 * What the address with which somebody signs in says of whether they act for a
 * government.
 */
public enum AddressSays {

	/** It is of the domain of the government's website. */
	OF_WEBSITE,

	/** It is of the domain of others who act for the government. */
	OF_COLLEAGUES,

	/** It is of another domain than the website and the colleagues. */
	OF_ANOTHER,

	/** It is of a service where anybody gets an address: neither for nor against. */
	FREE_MAIL,

	/** There is nothing with which it could be compared: neither for nor against. */
	NOTHING;

	/**
	 * @param colleagues the addresses of others who act for it
	 */
	public static AddressSays of(String email, Government government, Collection<String> colleagues) {
		Optional<MailDomain> domain = MailDomain.ofMailbox(email);
		Optional<MailDomain> website = government.webAddress().flatMap(MailDomain::ofWebsite);
		if (domain.isEmpty() || domain.get().freeMail()) {
			return FREE_MAIL;
		}
		if (website.equals(domain)) {
			return OF_WEBSITE;
		}
		boolean shared = colleagues.stream()
			.filter(other -> !other.equals(email))
			.anyMatch(other -> MailDomain.ofMailbox(other).equals(domain));
		if (shared) {
			return OF_COLLEAGUES;
		}
		return website.isEmpty() && colleagues.stream().allMatch(email::equals) ? NOTHING : OF_ANOTHER;
	}

	/** Whether it speaks for them. */
	public boolean inFavour() {
		return this == OF_WEBSITE || this == OF_COLLEAGUES;
	}

	/** Whether it speaks against them. */
	public boolean against() {
		return this == OF_ANOTHER;
	}

}
