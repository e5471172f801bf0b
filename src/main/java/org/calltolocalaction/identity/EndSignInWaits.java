package org.calltolocalaction.identity;

import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.request.ClientAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets how many sign-in links were sent, to an address or for a client, so that
 * whoever waits there gets the next one at once.
 */
@Service
public class EndSignInWaits {

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	EndSignInWaits(JdbcClient jdbc, AuditTrail audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/** What such an act is about: nobody's account, since there may be none. */
	private record Waits(String name) {

		private static final Waits WAITS = new Waits("sign-in");

		@Override
		public String toString() {
			return name;
		}

	}

	/**
	 * Of an e-mail address.
	 * @return how many links are forgotten; none where nobody waits
	 */
	@Transactional
	public int ofAddress(EmailAddress address, Person by) {
		by.requireCoordinator();
		int forgotten = jdbc.sql("delete from sign_in_request where email = ?").param(address.value()).update();
		if (forgotten > 0) {
			audit.record(AuditEntry.of("signin.waits-ended", Waits.WAITS)
				.by(by)
				.with("links", forgotten)
				.personal("email", address.value()));
		}
		return forgotten;
	}

	/**
	 * Of a client: an address of the internet, or a network.
	 * @return how many links are forgotten; none where nobody waits
	 */
	@Transactional
	public int ofClient(ClientAddress client, Person by) {
		by.requireCoordinator();
		int forgotten = jdbc.sql("delete from sign_in_request where client = ?").param(client.value()).update();
		if (forgotten > 0) {
			audit.record(AuditEntry.of("signin.waits-ended", Waits.WAITS)
				.by(by)
				.with("links", forgotten)
				.personal("client", client.value()));
		}
		return forgotten;
	}

}
