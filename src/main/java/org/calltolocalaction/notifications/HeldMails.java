package org.calltolocalaction.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails that wait for a person's digest. */
@Repository
class HeldMails {

	/**
	 * One of them, as the digest quotes it.
	 *
	 * @param capacity by what the reader got it when it was written
	 */
	record HeldMail(MailId id, MailKind kind, String about, String subject, String gist, Capacity capacity,
			Instant createdAt) {

		/** Whether the reader may still have it, being who they are now. */
		boolean isStillFor(Capacity reader) {
			return kind.addressee().stillReaches(capacity, reader);
		}

	}

	private final JdbcClient jdbc;

	HeldMails(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Until the end of the transaction, nobody else holds a mail back for this person or writes their digest. Otherwise
	 * one could be held while the digest that does not see it is written, and would wait for ever.
	 */
	void lock(AccountId reader) {
		jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 2))").param(reader.toString()).query().listOfRows();
	}

	/** Those that no digest brings yet, oldest first. */
	List<HeldMail> of(AccountId reader) {
		return jdbc.sql("""
				select id, kind, about, subject, gist, capacity, created_at from mail
				where account = ? and state = 'HELD' and digest is null order by created_at, id""")
			.param(reader.value())
			.query(HeldMails::read)
			.list();
	}

	/** Whether there are any. */
	boolean anyOf(AccountId reader) {
		return jdbc.sql("select exists (select from mail where account = ? and state = 'HELD' and digest is null)")
			.param(reader.value())
			.query(Boolean.class)
			.single();
	}

	/**
	 * They wait for another account's digest.
	 * @return whether there were any
	 */
	boolean passOn(AccountId from, AccountId into) {
		return jdbc.sql("update mail set account = ? where account = ? and state = 'HELD' and digest is null")
			.params(into.value(), from.value())
			.update() > 0;
	}

	/** The digest brings these; they arrive when it does. */
	void collect(List<HeldMail> held, MailId digest) {
		for (HeldMail mail : held) {
			jdbc.sql("update mail set digest = ? where id = ?").params(digest.value(), mail.id().value()).update();
		}
	}

	/** What they ask for is done by now, or the reader may not have them any more. */
	void drop(List<HeldMail> mails) {
		for (HeldMail mail : mails) {
			jdbc.sql("update mail set state = 'DROPPED' where id = ?").param(mail.id().value()).update();
		}
	}

	private static HeldMail read(ResultSet row, int number) throws SQLException {
		return new HeldMail(new MailId(row.getObject("id", UUID.class)), MailKind.valueOf(row.getString("kind")),
				row.getString("about"), row.getString("subject"), row.getString("gist"),
				Capacity.parse(row.getString("capacity")), row.getTimestamp("created_at").toInstant());
	}

}
