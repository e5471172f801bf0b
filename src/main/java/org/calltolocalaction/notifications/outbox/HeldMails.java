package org.calltolocalaction.notifications.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.calltolocalaction.notifications.Capacity;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.MailState;
import org.calltolocalaction.post.content.MailContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The mails that wait for a person: for their digest, or some minutes for others that are
 * to be told with them.
 */
@Repository
public class HeldMails {

	/**
	 * One of them, as the digest quotes it.
	 *
	 * @param capacity by what the reader got it when it was written
	 */
	public record HeldMail(MailId id, MailKind kind, String about, String subject, MailContent gist, Capacity capacity,
			Instant createdAt) {

		/** Whether the reader may still have it, being who they are now. */
		public boolean isStillFor(Capacity reader) {
			return kind.addressee().stillReaches(capacity, reader);
		}

	}

	private final TransactionLocks locks;

	private final JdbcClient jdbc;

	HeldMails(TransactionLocks locks, JdbcClient jdbc) {
		this.locks = locks;
		this.jdbc = jdbc;
	}

	/**
	 * Until the end of the transaction, nobody else holds a mail back for this person or
	 * writes their digest. Otherwise one could be held while the digest that does not see
	 * it is written, and would wait for ever.
	 */
	public void lock(AccountId reader) {
		locks.take(LockSpace.MAILS_FOR_READER, reader);
	}

	/**
	 * The same of several, who are given in the order of their ids.
	 * @return those of them for whom nothing is held back yet
	 */
	Set<AccountId> lockThoseWithNone(Set<AccountId> readers) {
		Set<AccountId> none = new HashSet<>(readers);
		if (!readers.isEmpty()) {
			locks.takeAll(LockSpace.MAILS_FOR_READER, List.copyOf(readers));
			jdbc.sql("select distinct account from mail where account = any (?) and state = 'HELD' and digest is null")
				.param(readers.stream().map(AccountId::value).toArray(UUID[]::new))
				.query(UUID.class)
				.list()
				.forEach(account -> none.remove(new AccountId(account)));
		}
		return none;
	}

	/** Those that no digest brings yet, oldest first. */
	public List<HeldMail> of(AccountId reader) {
		return jdbc.sql("""
				select id, kind, about, subject, gist, content, capacity, created_at from mail
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
	 * All that has not arrived yet is another account's: what waits for its digest, and
	 * what is on its way.
	 * @return whether there was anything for its digest
	 */
	boolean passOn(AccountId from, AccountId into) {
		boolean any = anyOf(from);
		jdbc.sql("""
				update mail set account = ? where account = ? and sent_at is null
				and state in ('HELD', 'GATHERED', 'OUTGOING', 'FAILED')""").params(into.value(), from.value()).update();
		return any;
	}

	/** Whoever has notices that have waited for others long enough; the first of them. */
	public Optional<AccountId> nextToGather(Instant now) {
		return jdbc.sql("""
				select account from mail where state = 'GATHERED' and next_attempt_at <= ?
				order by next_attempt_at, id limit 1""")
			.param(now.atOffset(ZoneOffset.UTC))
			.query(UUID.class)
			.optional()
			.map(AccountId::new);
	}

	/** Those that wait for others, oldest first. */
	public List<HeldMail> toGather(AccountId reader) {
		return jdbc.sql("""
				select id, kind, about, subject, gist, content, capacity, created_at from mail
				where account = ? and state = 'GATHERED' order by created_at, about, id""")
			.param(reader.value())
			.query(HeldMails::read)
			.list();
	}

	/** There are no others. */
	public void sendAsItIs(HeldMail notice, Instant now) {
		jdbc.sql("update mail set state = 'OUTGOING', next_attempt_at = ? where id = ?")
			.params(now.atOffset(ZoneOffset.UTC), notice.id().value())
			.update();
	}

	/** Another mail brings these; they arrive when it does. */
	public void collect(List<HeldMail> held, MailId digest) {
		for (HeldMail mail : held) {
			jdbc.sql("update mail set digest = ?, state = 'HELD', next_attempt_at = null where id = ?")
				.params(digest.value(), mail.id().value())
				.update();
		}
	}

	public List<HeldMail> broughtBy(MailId digest) {
		return jdbc.sql("""
				select id, kind, about, subject, gist, content, capacity, created_at from mail
				where digest = ? and sent_at is null order by created_at, id""")
			.param(digest.value())
			.query(HeldMails::read)
			.list();
	}

	/** That mail brings them no more: they wait as they did before it was written. */
	public void release(MailId digest, MailState asBefore) {
		jdbc.sql("update mail set digest = null, state = ? where digest = ? and sent_at is null")
			.params(asBefore.name(), digest.value())
			.update();
	}

	/**
	 * Those of them that the reader may still have; what was written to who has left a
	 * government or given up a role meanwhile is nothing for them any more.
	 */
	public List<HeldMail> onlyFor(Capacity reader, List<HeldMail> waiting) {
		Map<Boolean, List<HeldMail>> mayHave = waiting.stream()
			.collect(Collectors.partitioningBy(mail -> mail.isStillFor(reader)));
		drop(mayHave.getOrDefault(false, List.of()));
		return mayHave.getOrDefault(true, List.of());
	}

	/** What they ask for is done by now, or the reader may not have them any more. */
	public void drop(List<HeldMail> mails) {
		for (HeldMail mail : mails) {
			jdbc.sql("update mail set state = 'DROPPED', next_attempt_at = null where id = ?")
				.param(mail.id().value())
				.update();
		}
	}

	// What was held before mails were kept part by part is known as text only.
	private static MailContent gist(ResultSet row) throws SQLException {
		String content = row.getString("content");
		return content == null ? MailContent.ofText(row.getString("gist")) : MailContent.read(content).gist();
	}

	private static HeldMail read(ResultSet row, int number) throws SQLException {
		return new HeldMail(new MailId(row.getObject("id", UUID.class)), MailKind.valueOf(row.getString("kind")),
				row.getString("about"), row.getString("subject"), gist(row), Capacity.parse(row.getString("capacity")),
				row.getTimestamp("created_at").toInstant());
	}

}
