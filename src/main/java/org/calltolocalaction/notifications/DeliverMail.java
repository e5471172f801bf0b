package org.calltolocalaction.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.kernel.EmailAddress;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.post.AddressRefused;
import org.calltolocalaction.post.OutgoingMail;
import org.calltolocalaction.post.PostOffice;
import org.calltolocalaction.post.RefusalReason;
import org.calltolocalaction.post.RefusedAddresses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands one written mail to the mail server. Called by the process; may be called again after a failure. */
@Service
public class DeliverMail {

	private static final String LOCKED = """
			select recipient, language, subject, body, message_id, sent_at, state from mail where id = ? for update""";

	private static final int LONGEST_REASON = 400;

	private final JdbcClient jdbc;

	private final PostOffice postOffice;

	private final RefusedAddresses refusedAddresses;

	private final TransactionTemplate transaction;

	private final Clock clock;

	DeliverMail(JdbcClient jdbc, PostOffice postOffice, RefusedAddresses refusedAddresses,
			PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.postOffice = postOffice;
		this.refusedAddresses = refusedAddresses;
		// Its own: "sent" must be written down the moment the server took the mail, whatever becomes of the caller.
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.clock = clock;
	}

	/**
	 * Sends the mail unless it was sent already. Whoever else delivers the same mail meanwhile waits, and then finds it
	 * sent. An address that no server takes is the end of it: the log has the reason.
	 * @throws org.springframework.mail.MailException where the server did not take it: try again later
	 */
	public void deliver(MailId id) {
		try {
			transaction.executeWithoutResult(status -> send(id));
		}
		catch (AddressRefused refused) {
			transaction.executeWithoutResult(status -> {
				refusedAddresses.note(refused);
				failed(id, PostOffice.reasonOf(refused), refused.reason().lasting());
			});
			if (!refused.reason().lasting()) {
				throw refused;
			}
		}
		catch (MailException failure) {
			transaction.executeWithoutResult(status -> failed(id, PostOffice.reasonOf(failure), false));
			throw failure;
		}
	}

	private void send(MailId id) {
		Row row = jdbc.sql(LOCKED)
			.param(id.value())
			.query(DeliverMail::read)
			.optional()
			.orElseThrow(() -> new NotFound("Mail " + id));
		if (row.settled()) {
			return;
		}
		Optional<EmailAddress> recipient = EmailAddress.parse(row.recipient());
		if (recipient.isEmpty()) {
			String reason = "No server accepts the address " + row.recipient();
			refusedAddresses.note(row.recipient(), RefusalReason.NO_ADDRESS, reason);
			failed(id, reason, true);
			return;
		}
		postOffice.send(new OutgoingMail(recipient.get(), row.language(), row.subject(), row.body(),
				Optional.of(row.messageId())));
		OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
		jdbc.sql("update mail set sent_at = ?, attempts = attempts + 1 where id = ?").params(now, id.value()).update();
		// What a digest brings has arrived with it.
		jdbc.sql("update mail set state = 'DIGESTED', sent_at = ? where digest = ?").params(now, id.value()).update();
	}

	private void failed(MailId id, String reason, boolean lasting) {
		jdbc.sql("""
				update mail set attempts = attempts + 1, last_error = ?,
				state = case when ? then 'UNDELIVERABLE' else state end where id = ?""")
			.params(OneLine.of(reason, LONGEST_REASON), lasting, id.value())
			.update();
		if (lasting) {
			// What a digest was to bring will not arrive, either.
			jdbc.sql("update mail set state = 'UNDELIVERABLE' where digest = ?").param(id.value()).update();
		}
	}

	private static Row read(ResultSet row, int number) throws SQLException {
		boolean settled = row.getTimestamp("sent_at") != null
				|| MailState.valueOf(row.getString("state")) == MailState.UNDELIVERABLE;
		return new Row(settled, row.getString("recipient"), Locale.forLanguageTag(row.getString("language")),
				row.getString("subject"), row.getString("body"), row.getString("message_id"));
	}

	private record Row(boolean settled, String recipient, Locale language, String subject, String body,
			String messageId) {
	}

}
