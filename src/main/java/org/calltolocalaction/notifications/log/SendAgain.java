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
import java.util.UUID;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.notifications.Capacity;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SqlCondition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts mails on their way once more, in the same words. One that ended without arriving
 * goes as what it is, to the address that its reader has by now; to any other address a
 * new one goes in its place. Of one that has arrived it is a copy. What another mail was
 * to bring comes with that one.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SendAgain {

	/** Somebody else may not have sent it to another address meanwhile. */
	private static final String ENDED = """
			sent_at is null and state in ('FAILED', 'UNDELIVERABLE')
			and not exists (select 1 from mail other where other.resends = mail.id)""";

	/** Of a mail that goes out again: whose it is, and where it went. */
	private record Known(MailId id, String about, Capacity capacity, Optional<AccountId> account, String recipient) {

		SentAgain as(MailId written) {
			return new SentAgain(id, written, PledgeReference.parse(about), capacity.government());
		}

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
	public List<SentAgain> resend(Collection<MailId> mails) {
		List<Known> ended = jdbc
			.sql("""
					select id, about, capacity, account, recipient from mail
					where id in (select coalesce(digest, id) from mail where id = any (?)) and %s order by id for update"""
				.formatted(ENDED))
			.param(ids(mails))
			.query(SendAgain::known)
			.list();
		UUID[] ids = ids(ended.stream().map(Known::id).toList());
		OffsetDateTime now = utcNow();
		jdbc.sql(
				"""
						update mail set state = 'OUTGOING', next_attempt_at = ?, resent_at = ?, leased_until = null,
						recipient = again.address from unnest(?::uuid[], ?::text[]) as again (mail, address) where id = again.mail""")
			.params(now, now, ids, addresses(ended))
			.update();
		jdbc.sql("""
				update mail set state = 'HELD' where digest = any (?) and sent_at is null
				and state in ('FAILED', 'UNDELIVERABLE')""").param(ids).update();
		return ended.stream().map(mail -> mail.as(mail.id())).toList();
	}

	/**
	 * One that has arrived, to the address that its reader has by now.
	 * @param once a name of the act: what is asked twice under it is one copy
	 * @return the copy, where it is new
	 */
	public Optional<SentAgain> copy(MailId mail, UUID once) {
		Known known = one(mail);
		return written(mail, "copy_of", "COPY/%s/%s".formatted(mail, once), addresses(List.of(known))[0],
				"sent_at is not null")
			.map(known::as);
	}

	/** One that no server took, to another address; the account keeps its own. */
	public MailId elsewhere(MailId mail, EmailAddress to) {
		return written(mail, "resends", "AGAIN/" + mail, to.value(), "state = 'UNDELIVERABLE'")
			.orElseThrow(() -> new IllegalStateException("Mail " + mail + " has not failed, or was sent elsewhere"));
	}

	private Optional<MailId> written(MailId mail, String because, String key, String address, String only) {
		MailId again = MailId.random();
		int written = jdbc
			.sql("""
					insert into mail (id, key, kind, about, recipient, language, subject, body, content, message_id, created_at,
					attempts, state, account, gist, capacity, next_attempt_at, %s)
					select :again, :key, kind, about, :address, language, subject, body, content, :messageId, :now, 0, 'OUTGOING',
					account, gist, capacity, :now, id from mail where id = :mail and %s on conflict (key) do nothing"""
				.formatted(because, only))
			.param("again", again.value())
			.param("key", key)
			.param("address", address)
			.param("messageId", "<%s@%s>".formatted(again, desk.publicAddress().getHost()))
			.param("now", utcNow())
			.param("mail", mail.value())
			.update();
		return written == 0 ? Optional.empty() : Optional.of(again);
	}

	private Known one(MailId mail) {
		return jdbc.sql("select id, about, capacity, account, recipient from mail where id = ?")
			.param(mail.value())
			.query(SendAgain::known)
			.single();
	}

	private String[] addresses(List<Known> mails) {
		Map<AccountId, Person> readers = people
			.all(mails.stream().flatMap(mail -> mail.account().stream()).collect(Collectors.toSet()));
		return mails.stream()
			.map(mail -> mail.account().map(readers::get).map(Person::email).orElse(mail.recipient()))
			.toArray(String[]::new);
	}

	private OffsetDateTime utcNow() {
		return clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static UUID[] ids(Collection<MailId> mails) {
		return mails.stream().map(MailId::value).toArray(UUID[]::new);
	}

	private static Known known(ResultSet row, int number) throws SQLException {
		return new Known(new MailId(row.getObject("id", UUID.class)), row.getString("about"),
				Capacity.parse(row.getString("capacity")),
				Optional.ofNullable(row.getObject("account", UUID.class)).map(AccountId::new),
				row.getString("recipient"));
	}

}
