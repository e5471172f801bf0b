package org.calltolocalaction.notifications;

import java.time.Clock;
import java.time.ZoneOffset;
import org.calltolocalaction.identity.EmailAddress;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where written mails wait for their delivery and stay as the log of what was sent. Writing takes part in the
 * transaction of what the mail tells of: either both happened or neither.
 */
@Component
class Outbox {

	// The key decides, not a look beforehand: two nodes that write the same mail at once leave one.
	private static final String INSERT = """
			insert into mail (id, key, kind, about, recipient, language, subject, body, message_id, created_at,
			attempts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict (key) do nothing""";

	private final JdbcClient jdbc;

	private final MailDelivery delivery;

	private final DeskProperties desk;

	private final Clock clock;

	Outbox(JdbcClient jdbc, MailDelivery delivery, DeskProperties desk, Clock clock) {
		this.jdbc = jdbc;
		this.delivery = delivery;
		this.desk = desk;
		this.clock = clock;
	}

	/** Has a mail delivered that was not written before; one that was is left as it is. */
	void write(MailKey key, Person recipient, Letter letter) {
		write(key, recipient.email(), letter);
	}

	/** The same, to an address without an account. */
	void writeToNewcomer(MailKey key, EmailAddress recipient, Letter letter) {
		write(key, recipient.value(), letter);
	}

	private void write(MailKey key, String recipient, Letter letter) {
		MailId id = MailId.random();
		int written = jdbc.sql(INSERT)
			.params(id.value(), key.value(), key.kind().name(), key.about(), recipient,
					letter.language().getLanguage(), letter.subject(), letter.body(), messageId(id),
					clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		if (written == 1) {
			delivery.deliver(id);
		}
	}

	private String messageId(MailId id) {
		return "<%s@%s>".formatted(id, desk.publicAddress().getHost());
	}

}
