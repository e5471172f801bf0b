package org.calltolocalaction.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The log of all mails: their text, their reader, and whether they were sent. For
 * coordinators only: it names people and quotes their mails.
 */
@Component
@Transactional(readOnly = true)
public class MailLog {

	/** How many mails one page of the log shows. */
	static final int PAGE_SIZE = 50;

	private static final int STUCK_AT_MOST = 200;

	private final JdbcClient jdbc;

	MailLog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One page of the log. */
	public record Page(List<LoggedMail> mails, int number, boolean hasNext) {
	}

	/**
	 * Every mail about the pledge, oldest first. Reminders that list several pledges are
	 * not among them.
	 */
	public List<LoggedMail> of(PledgeReference reference) {
		return jdbc.sql("select * from mail where about = ? order by created_at, id")
			.param(reference.value())
			.query(MailLog::read)
			.list();
	}

	/**
	 * The newest mails about governments of these ids, as coordinators may read them.
	 */
	public List<LoggedMail> about(Collection<GovernmentId> governments, int most) {
		return jdbc.sql("select * from mail where about = any (?) order by created_at desc, id limit ?")
			.params(governments.stream().map(GovernmentId::toString).toArray(String[]::new), most)
			.query(MailLog::read)
			.list()
			.stream()
			.map(LoggedMail::forOversight)
			.toList();
	}

	/**
	 * Mails about the pledge that were written before an instant, newest first; at the
	 * instant itself those before this mail, where one is named. As coordinators may read
	 * them: without what speaks of drafts.
	 */
	public List<LoggedMail> before(PledgeReference reference, Instant at, Optional<MailId> mail, int most) {
		return jdbc.sql("""
				select * from mail where about = :about
				and (created_at < :at or created_at = :at and id < cast(:mail as uuid))
				order by created_at desc, id desc limit :most""")
			.param("about", reference.value())
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("mail", mail.map(MailId::value).orElse(null), Types.OTHER)
			.param("most", most)
			.query(MailLog::read)
			.list()
			.stream()
			.map(LoggedMail::forOversight)
			.toList();
	}

	/**
	 * Mails about the pledge that were written from an instant on, oldest first; at the
	 * instant itself those behind this mail, where one is named. As coordinators may read
	 * them: without what speaks of drafts.
	 */
	public List<LoggedMail> since(PledgeReference reference, Instant at, Optional<MailId> mail, int most) {
		return jdbc.sql("""
				select * from mail where about = :about
				and (created_at > :at or created_at = :at and (cast(:mail as uuid) is null or id > cast(:mail as uuid)))
				order by created_at, id limit :most""")
			.param("about", reference.value())
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("mail", mail.map(MailId::value).orElse(null), Types.OTHER)
			.param("most", most)
			.query(MailLog::read)
			.list()
			.stream()
			.map(LoggedMail::forOversight)
			.toList();
	}

	/**
	 * These mails, newest first, as coordinators may read them: without what speaks of
	 * drafts.
	 */
	public List<LoggedMail> all(Collection<MailId> mails) {
		return jdbc.sql("select * from mail where id = any (?) order by created_at desc, id")
			.param(mails.stream().map(MailId::value).toArray(UUID[]::new))
			.query(MailLog::read)
			.list()
			.stream()
			.map(LoggedMail::forOversight)
			.toList();
	}

	/** When a mail was written, if there is one. */
	public Optional<Instant> writtenAt(MailId mail) {
		return jdbc.sql("select created_at from mail where id = ?")
			.param(mail.value())
			.query((row, number) -> row.getTimestamp(1).toInstant())
			.optional();
	}

	/** Those of these pledges about which a mail did not arrive, and will not. */
	public Set<PledgeReference> notArrived(Collection<PledgeReference> about) {
		return Set.copyOf(jdbc
			.sql("select distinct about from mail where about = any (?) and state in ('FAILED', 'UNDELIVERABLE')")
			.param(about.stream().map(PledgeReference::value).toArray(String[]::new))
			.query((row, number) -> new PledgeReference(row.getString("about")))
			.list());
	}

	/**
	 * How many mails of each kind were written between two instants about these pledges
	 * or editions.
	 */
	public Map<MailKind, Integer> countBetween(Instant from, Instant until, Collection<String> abouts) {
		Map<MailKind, Integer> counts = new EnumMap<>(MailKind.class);
		jdbc.sql("""
				select kind, count(*) as mails from mail where about = any (?) and created_at >= ? and created_at < ?
				group by kind""")
			.params(abouts.toArray(String[]::new), from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
			.query(row -> {
				counts.put(MailKind.valueOf(row.getString("kind")), row.getInt("mails"));
			});
		return counts;
	}

	/**
	 * Whom mails of these kinds have reached, or will reach, that were written since
	 * then, by what each was about.
	 * @param abouts references, years or partners
	 */
	public Map<AccountId, Set<String>> readersSince(Instant since, Collection<MailKind> kinds,
			Collection<String> abouts) {
		Map<AccountId, Set<String>> readers = new HashMap<>();
		jdbc.sql("""
				select distinct account, about from mail where about = any (?) and created_at > ? and kind = any (?)
				and account is not null and state not in ('DROPPED', 'UNDELIVERABLE', 'FAILED')""")
			.params(abouts.toArray(String[]::new), since.atOffset(ZoneOffset.UTC),
					kinds.stream().map(Enum::name).toArray(String[]::new))
			.query(row -> {
				readers.computeIfAbsent(new AccountId(row.getObject("account", UUID.class)), reader -> new HashSet<>())
					.add(row.getString("about"));
			});
		return readers;
	}

	/**
	 * @param page from 1, newest mails first
	 */
	public Page recent(int page) {
		int number = Math.max(page, 1);
		List<LoggedMail> found = jdbc.sql("select * from mail order by created_at desc, id limit ? offset ?")
			.params(PAGE_SIZE + 1, (number - 1L) * PAGE_SIZE)
			.query(MailLog::read)
			.list();
		boolean hasNext = found.size() > PAGE_SIZE;
		return new Page(hasNext ? found.subList(0, PAGE_SIZE) : found, number, hasNext);
	}

	/**
	 * Mails that the server refused so far and that are tried again, longest waiting
	 * first.
	 */
	public List<LoggedMail> stuck() {
		return jdbc.sql("""
				select * from mail where sent_at is null and attempts > 0 and state = 'OUTGOING'
				order by created_at, id limit ?""").param(STUCK_AT_MOST).query(MailLog::read).list();
	}

	private static LoggedMail read(ResultSet row, int number) throws SQLException {
		return new LoggedMail(new MailId(row.getObject("id", UUID.class)), MailKind.valueOf(row.getString("kind")),
				MailState.valueOf(row.getString("state")), row.getString("about"), row.getString("recipient"),
				Locale.forLanguageTag(row.getString("language")), row.getString("subject"), row.getString("body"),
				row.getTimestamp("created_at").toInstant(), row.getInt("attempts"),
				Optional.ofNullable(row.getString("last_error")),
				Optional.ofNullable(row.getTimestamp("sent_at")).map(Timestamp::toInstant),
				row.getString("message_id"));
	}

}
