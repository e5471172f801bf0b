package org.calltolocalaction.testing;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.delivery.DeliverMail;
import org.calltolocalaction.notifications.digest.GatherNotices;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Does the couriers' work when a test says so, for one mailbox: other tests have mails on
 * their way, too.
 */
public class Deliveries {

	private final JdbcClient jdbc;

	private final DeliverMail deliverMail;

	private final GatherNotices gatherNotices;

	private final Clock clock;

	Deliveries(JdbcClient jdbc, DeliverMail deliverMail, GatherNotices gatherNotices, Clock clock) {
		this.jdbc = jdbc;
		this.deliverMail = deliverMail;
		this.gatherNotices = gatherNotices;
		this.clock = clock;
	}

	/**
	 * Whatever is on its way to the address is tried now, once, and notices that wait for
	 * others have waited long enough.
	 */
	public void deliverTo(String email) {
		jdbc.sql("select distinct account from mail where recipient = ? and state = 'GATHERED'")
			.param(email)
			.query(UUID.class)
			.list()
			.forEach(account -> gatherNotices.gather(new AccountId(account)));
		Set<UUID> tried = new HashSet<>();
		// A mail may be written in the place of another that is not for its reader any
		// more.
		for (Optional<UUID> next = next(email, tried); next.isPresent(); next = next(email, tried)) {
			tried.add(next.get());
			makeDue(next.get());
			deliverMail.deliver(new MailId(next.get()));
		}
	}

	/**
	 * Where several were written at one standing time, the one that was written first.
	 */
	private Optional<UUID> next(String email, Set<UUID> tried) {
		return jdbc
			.sql("select id from mail where recipient = ? and state = 'OUTGOING' and sent_at is null "
					+ "order by created_at, age(xmin) desc, ctid")
			.param(email)
			.query(UUID.class)
			.list()
			.stream()
			.filter(id -> !tried.contains(id))
			.findFirst();
	}

	// The clock of a test may stand before the time at which a mail was written.
	private void makeDue(UUID mail) {
		jdbc.sql("update mail set next_attempt_at = ?, leased_until = null where id = ?")
			.params(clock.instant().atOffset(ZoneOffset.UTC), mail)
			.update();
	}

}
