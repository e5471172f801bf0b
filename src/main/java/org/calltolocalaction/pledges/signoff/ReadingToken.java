package org.calltolocalaction.pledges.signoff;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.calltolocalaction.kernel.Sha256;
import org.calltolocalaction.kernel.request.AddressSecret;

/** The secret of a reading link. */
public record ReadingToken(String value) {

	static ReadingToken random() {
		return new ReadingToken(AddressSecret.random());
	}

	String sha256() {
		return AddressSecret.sha256(value);
	}

	/** Where it leads, within the desk. */
	public String path() {
		return "/read/" + value;
	}

	/** Nothing of it, because this lands in logs. */
	@Override
	public String toString() {
		return "a reading token";
	}

}
