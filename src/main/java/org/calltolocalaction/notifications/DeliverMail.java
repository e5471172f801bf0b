package org.calltolocalaction.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.calltolocalaction.kernel.NotFound;
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
			select recipient, language, subject, body, message_id, sent_at from mail where id = ? for update""";

	private final JdbcClient jdbc;

	private final Postman postman;

	private final TransactionTemplate transaction;

	private final Clock clock;

	DeliverMail(JdbcClient jdbc, Postman postman, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.postman = postman;
		// Its own: "sent" must be written down the moment the server took the mail, whatever becomes of the caller.
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.clock = clock;
	}

	/**
	 * Sends the mail unless it was sent already. Whoever else delivers the same mail meanwhile waits, and then finds it
	 * sent.
	 * @throws org.springframework.mail.MailException where the server did not take it: try again later
	 */
	public void deliver(MailId id) {
		try {
			transaction.executeWithoutResult(status -> unsent(id).ifPresent(mail -> send(id, mail)));
		}
		catch (MailException failure) {
			transaction.executeWithoutResult(status -> failed(id, failure));
			throw failure;
		}
	}

	private void send(MailId id, Envelope mail) {
		postman.send(mail);
		OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
		jdbc.sql("update mail set sent_at = ?, attempts = attempts + 1 where id = ?").params(now, id.value()).update();
		// What a digest brings has arrived with it.
		jdbc.sql("update mail set state = 'DIGESTED', sent_at = ? where digest = ?").params(now, id.value()).update();
	}

	private void failed(MailId id, MailException failure) {
		jdbc.sql("update mail set attempts = attempts + 1, last_error = ? where id = ?")
			.params(Postman.reasonOf(failure), id.value())
			.update();
	}

	private Optional<Envelope> unsent(MailId id) {
		return jdbc.sql(LOCKED)
			.param(id.value())
			.query(DeliverMail::read)
			.optional()
			.orElseThrow(() -> new NotFound("Mail " + id));
	}

	private static Optional<Envelope> read(ResultSet row, int number) throws SQLException {
		if (row.getTimestamp("sent_at") != null) {
			return Optional.empty();
		}
		return Optional.of(new Envelope(row.getString("recipient"), row.getString("language"), row.getString("subject"),
				row.getString("body"), row.getString("message_id")));
	}

}
