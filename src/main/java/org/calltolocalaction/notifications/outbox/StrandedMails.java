package org.calltolocalaction.notifications.outbox;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.notifications.MailId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails that would wait for ever: to be sent, and by nobody; held for a digest that
 * nobody writes.
 */
@Component
public class StrandedMails {

	private final DigestTimer digests;

	private final JdbcClient jdbc;

	private final Clock clock;

	StrandedMails(DigestTimer digests, JdbcClient jdbc, Clock clock) {
		this.digests = digests;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Those that are to be sent and that nobody is going to take, oldest first. */
	@Transactional(readOnly = true)
	public List<MailId> sentByNobody(int most) {
		return jdbc.sql("""
				select id from mail where sent_at is null and next_attempt_at is null
				and (state = 'GATHERED' or state = 'OUTGOING' and digest is null) order by created_at, id limit ?""")
			.param(most)
			.query(UUID.class)
			.list()
			.stream()
			.map(MailId::new)
			.toList();
	}

	/** Those of these that still are. */
	@Transactional(readOnly = true)
	public List<MailId> stillSentByNobody(Collection<MailId> mails) {
		Set<MailId> asked = Set.copyOf(mails);
		return sentByNobody(Integer.MAX_VALUE).stream().filter(asked::contains).toList();
	}

	/** They are due now. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void send(Collection<MailId> mails) {
		jdbc.sql("""
				update mail set next_attempt_at = ? where id = any (?) and sent_at is null and next_attempt_at is null
				and state in ('GATHERED', 'OUTGOING')""")
			.params(clock.instant().atOffset(ZoneOffset.UTC), mails.stream().map(MailId::value).toArray(UUID[]::new))
			.update();
	}

	/** Those for whom something is held and whose digest nobody writes. */
	@Transactional(readOnly = true)
	public List<AccountId> withoutDigest() {
		List<AccountId> waiting = jdbc
			.sql("select distinct account from mail where state = 'HELD' and digest is null and account is not null")
			.query(UUID.class)
			.list()
			.stream()
			.map(AccountId::new)
			.toList();
		Set<AccountId> expected = digests.expected(waiting);
		return waiting.stream().filter(reader -> !expected.contains(reader)).toList();
	}

	/** Their digest comes when their next one is due. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void startDigests(Collection<AccountId> readers) {
		readers.forEach(digests::start);
	}

}
