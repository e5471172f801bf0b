package org.calltolocalaction.notifications.inbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.notifications.MailId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes mails once more, to another address: new mails of the same words, which name
 * those that they are sent in place of.
 */
@Component
class ResendMails {

	private final JdbcClient jdbc;

	private final SentMails sent;

	private final DeskProperties desk;

	private final Clock clock;

	ResendMails(JdbcClient jdbc, SentMails sent, DeskProperties desk, Clock clock) {
		this.jdbc = jdbc;
		this.sent = sent;
		this.desk = desk;
		this.clock = clock;
	}

	/** Those of them that did not arrive, and were not sent again yet. */
	List<SentMail> possible(Collection<MailId> mails) {
		return jdbc.sql("""
				select id from mail where id = any (?) and state = 'UNDELIVERABLE'
				and not exists (select 1 from mail again where again.resends = mail.id) order by created_at, id""")
			.param(mails.stream().map(MailId::value).toArray(UUID[]::new))
			.query((row, number) -> new MailId(row.getObject("id", UUID.class)))
			.list()
			.stream()
			.flatMap(id -> sent.find(id).stream())
			.filter(mail -> sent.mayGoElsewhere(mail.id()))
			.toList();
	}

	MailId resend(MailId mail, EmailAddress to) {
		MailId again = MailId.random();
		OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
		jdbc.sql(
				"""
						insert into mail (id, key, kind, about, recipient, language, subject, body, content, message_id, created_at,
						attempts, state, account, gist, capacity, next_attempt_at, resends)
						select :again, 'again:' || :again, kind, about, :to, language, subject, body, content, :messageId, :now,
						0, 'OUTGOING', account, gist, capacity, :now, id from mail where id = :mail""")
			.param("again", again.value())
			.param("to", to.value())
			.param("messageId", "<%s@%s>".formatted(again, desk.publicAddress().getHost()))
			.param("now", now)
			.param("mail", mail.value())
			.update();
		return again;
	}

}
