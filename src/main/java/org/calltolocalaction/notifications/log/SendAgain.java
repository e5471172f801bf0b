package org.calltolocalaction.notifications.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SqlCondition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts mails on their way once more: those that ended without arriving as what they are,
 * to the address that their reader has by now, and those that arrived as copies. What
 * another mail was to bring comes with that one.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SendAgain {

	/** Of a mail that goes out again: whose it is, and where it went. */
	private record Ended(UUID id, Optional<AccountId> account, String recipient) {
	}

	private final JdbcClient jdbc;

	private final MailLogConditions conditions;

	private final People people;

	private final DeskProperties desk;

	private final Clock clock;

	SendAgain(JdbcClient jdbc, MailLogConditions conditions, People people, DeskProperties desk, Clock clock) {
		this.jdbc = jdbc;
		this.conditions = conditions;
		this.people = people;
		this.desk = desk;
		this.clock = clock;
	}

	/** Those that have failed and are found, the oldest first. */
	public List<MailId> failed(SearchQuery query, int most, Person by) {
		by.requireOversight();
		SqlCondition found = conditions.of(query, by.zone());
		return jdbc
			.sql("select id from mail where %s and (%s) order by created_at, id limit %d"
				.formatted(LoggedState.FAILED.sql(), found.sql(), most))
			.params(found.parameters())
			.query((row, number) -> new MailId(row.getObject("id", UUID.class)))
			.list();
	}

	/**
	 * Those of them that ended without arriving.
	 * @return what is on its way by that: of mails that another one was to bring, that
	 * one
	 */
	public Set<MailId> resend(Collection<MailId> mails) {
		List<Ended> ended = jdbc.sql("""
				select id, account, recipient from mail where id in (select coalesce(digest, id) from mail where id = any (?))
				and sent_at is null and state in ('FAILED', 'UNDELIVERABLE') order by id for update""")
			.param(mails.stream().map(MailId::value).toArray(UUID[]::new))
			.query(SendAgain::ended)
			.list();
		UUID[] ids = ended.stream().map(Ended::id).toArray(UUID[]::new);
		OffsetDateTime now = utcNow();
		jdbc.sql("""
				update mail set state = 'OUTGOING', next_attempt_at = ?, resent_at = ?, leased_until = null,
				recipient = again.address from unnest(?::uuid[], ?::text[]) as again (mail, address) where id = again.mail""")
			.params(now, now, ids, addresses(ended))
			.update();
		jdbc.sql("""
				update mail set state = 'HELD' where digest = any (?) and sent_at is null
				and state in ('FAILED', 'UNDELIVERABLE')""").param(ids).update();
		return ended.stream().map(mail -> new MailId(mail.id())).collect(Collectors.toSet());
	}

	private String[] addresses(List<Ended> mails) {
		Map<AccountId, Person> readers = people
			.all(mails.stream().flatMap(mail -> mail.account().stream()).collect(Collectors.toSet()));
		return mails.stream()
			.map(mail -> mail.account().map(readers::get).map(Person::email).orElse(mail.recipient()))
			.toArray(String[]::new);
	}

	private OffsetDateTime utcNow() {
		return clock.instant().atOffset(ZoneOffset.UTC);
	}

	/**
	 * One that has arrived, to the same reader in the same words.
	 * @param once a name of the act: what is asked twice under it is one copy
	 * @return the copy, where it is new
	 */
	public Optional<MailId> copy(MailId mail, UUID once) {
		MailId copy = MailId.random();
		OffsetDateTime now = utcNow();
		int written = jdbc.sql("""
				insert into mail (id, key, kind, about, recipient, language, subject, body, message_id, created_at, attempts,
				state, account, gist, capacity, next_attempt_at, copy_of)
				select :copy, :key, kind, about, :address, language, subject, body, :messageId, :now, 0, 'OUTGOING', account,
				gist, capacity, :now, id
				from mail where id = :mail and sent_at is not null on conflict (key) do nothing""")
			.param("copy", copy.value())
			.param("key", "COPY/%s/%s".formatted(mail, once))
			.param("messageId", "<%s@%s>".formatted(copy, desk.publicAddress().getHost()))
			.param("address", addressOf(mail))
			.param("now", now)
			.param("mail", mail.value())
			.update();
		return written == 0 ? Optional.empty() : Optional.of(copy);
	}

	private String addressOf(MailId mail) {
		return jdbc.sql("select id, account, recipient from mail where id = ?")
			.param(mail.value())
			.query(SendAgain::ended)
			.optional()
			.map(one -> addresses(List.of(one))[0])
			.orElse("");
	}

	private static Ended ended(ResultSet row, int number) throws SQLException {
		return new Ended(row.getObject("id", UUID.class),
				Optional.ofNullable(row.getObject("account", UUID.class)).map(AccountId::new),
				row.getString("recipient"));
	}

}
