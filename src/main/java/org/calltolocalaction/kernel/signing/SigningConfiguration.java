package org.calltolocalaction.kernel.signing;

import org.calltolocalaction.kernel.operation.CannotStart;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** Which key signs: the one that was configured, or else the desk's own. */
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

	@Bean
	SigningKey signingKey(@Value("${desk.receipts.signing-key:}") String given, ObjectProvider<OwnSigningKey> own) {
		if (StringUtils.hasText(given)) {
			return SigningKey.read(given);
		}
		return own.getIfAvailable(() -> () -> {
			throw new CannotStart("The key that signs receipts is missing.",
					"Set DESK_RECEIPTS_SIGNING_KEY to a private key of Ed25519.");
		}).key();
	}

}
