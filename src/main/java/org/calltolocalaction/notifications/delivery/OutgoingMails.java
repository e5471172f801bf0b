package org.calltolocalaction.notifications.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.notifications.Capacity;
import org.calltolocalaction.notifications.MailArrivedAfterAll;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.MailNotArrived;
import org.calltolocalaction.notifications.MailState;
import org.calltolocalaction.notifications.text.OneLine;
import org.calltolocalaction.post.content.MailContent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The mails that are on their way. Whoever sends one leases it: nobody else takes it
 * meanwhile, and where the lease runs out with nothing said of the mail, its node is gone
 * and another one sends it.
 */
@Repository
class OutgoingMails {

	/**
	 * Longer than any conversation with a mail server lasts, and than the clocks of two
	 * nodes differ.
	 */
	static final Duration LEASE = Duration.ofMinutes(3);

	private static final int LONGEST_REASON = 400;

	private static final String LEASED = """
			update mail set attempts = attempts + 1, leased_until = :until where id = (
			select id from mail where state = 'OUTGOING' and next_attempt_at <= :now
			and (leased_until is null or leased_until <= :now) and (cast(:id as uuid) is null or id = :id)
			order by next_attempt_at, id limit 1 for update skip locked)
			returning id, kind, about, account, capacity, recipient, language, subject, body, content, message_id,
			coalesce(resent_at, planned_for, created_at) as tried_since, attempts, resends""";

	/**
	 * One of them, in the hands of who asked for it.
	 *
	 * @param triedSince when it was written, or a coordinator had it sent again
	 * @param account whose it is; null where the recipient has none
	 * @param elsewhere whether it is sent to another address than its reader's
	 * @param attempt which one this is, from 1: an earlier one has nothing to say of the
	 * mail any more
	 */
	record Leased(MailId id, MailKind kind, String about, @Nullable AccountId account, Capacity capacity,
			String recipient, Locale language, String subject, String body, MailContent content, String messageId,
			Instant triedSince, boolean elsewhere, int attempt) {
	}

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	OutgoingMails(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	/** The one that is due longest and that nobody has. */
	Optional<Leased> lease(Instant now) {
		return lease(null, now);
	}

	/** That one, if it is due and nobody has it. */
	Optional<Leased> lease(@Nullable MailId id, Instant now) {
		return jdbc.sql(LEASED)
			.param("now", utc(now))
			.param("until", utc(now.plus(LEASE)))
			.param("id", id == null ? null : id.value())
			.query(OutgoingMails::read)
			.optional();
	}

	/** Whoever took it from us meanwhile need not send it again, if they have not yet. */
	void sent(Leased mail, String answer, Instant now) {
		Object id = mail.id().value();
		jdbc.sql("""
				update mail set sent_at = ?, next_attempt_at = null, leased_until = null
				where id = ? and sent_at is null""").params(utc(now), id).update();
		tried(mail, "TAKEN", answer, now);
		// What it brings has arrived with it.
		jdbc.sql("update mail set state = 'DIGESTED', sent_at = ? where digest = ?").params(utc(now), id).update();
		if (mail.attempt() > 1) {
			abouts(mail).forEach(about -> events.publishEvent(new MailArrivedAfterAll(about)));
		}
	}

	/** It failed, and is to be tried again then. */
	void again(Leased mail, String reason, Instant now, Instant then) {
		tried(mail, "LATER", reason, now);
		ifStillOurs(mail, "last_error = ?, next_attempt_at = ?", OneLine.of(reason, LONGEST_REASON), utc(then));
	}

	/** Nobody was asked to take it: it is as if it had not been tried. */
	void giveBack(Leased mail, Instant then) {
		ifStillOurs(mail, "attempts = attempts - 1, next_attempt_at = ?", utc(then));
	}

	/** It is not tried again, and what it brings will not arrive, either. */
	void end(Leased mail, MailState state, String reason, Instant now) {
		tried(mail, "ENDED", reason, now);
		ifStillOurs(mail, "state = ?, last_error = ?, next_attempt_at = null", state.name(),
				OneLine.of(reason, LONGEST_REASON));
		jdbc.sql("update mail set state = ? where digest = ? and sent_at is null")
			.params(state.name(), mail.id().value())
			.update();
		abouts(mail).forEach(about -> events.publishEvent(new MailNotArrived(about)));
	}

	private List<String> abouts(Leased mail) {
		return jdbc.sql("select distinct about from mail where id = ? or digest = ?")
			.params(mail.id().value(), mail.id().value())
			.query(String.class)
			.list();
	}

	/** Its reader may not have it any more. */
	void drop(Leased mail) {
		ifStillOurs(mail, "attempts = attempts - 1, state = 'DROPPED', next_attempt_at = null");
	}

	/** It never was: what it was to bring comes otherwise. */
	void unwrite(Leased mail) {
		jdbc.sql("delete from mail where id = ? and sent_at is null").param(mail.id().value()).update();
	}

	/** Kept whoever has the mail by now: it was tried all the same. */
	private void tried(Leased mail, String outcome, String answer, Instant now) {
		jdbc.sql("""
				insert into mail_try (mail, attempt, at, recipient, outcome, answer) values (?, ?, ?, ?, ?, ?)
				on conflict (mail, attempt) do nothing""")
			.params(mail.id().value(), mail.attempt(), utc(now), mail.recipient(), outcome,
					OneLine.of(answer, LONGEST_REASON))
			.update();
	}

	private void ifStillOurs(Leased mail, String changes, Object... values) {
		Object[] all = new Object[values.length + 2];
		System.arraycopy(values, 0, all, 0, values.length);
		all[values.length] = mail.id().value();
		all[values.length + 1] = mail.attempt();
		jdbc.sql("update mail set leased_until = null, " + changes
				+ " where id = ? and attempts = ? and sent_at is null")
			.params(all)
			.update();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	// What was written before mails were kept part by part is known as text only.
	private static MailContent content(ResultSet row) throws SQLException {
		String content = row.getString("content");
		return content == null ? MailContent.ofText(row.getString("body")) : MailContent.read(content);
	}

	private static Leased read(ResultSet row, int number) throws SQLException {
		UUID account = row.getObject("account", UUID.class);
		return new Leased(new MailId(row.getObject("id", UUID.class)), MailKind.valueOf(row.getString("kind")),
				row.getString("about"), account == null ? null : new AccountId(account),
				Capacity.parse(row.getString("capacity")), row.getString("recipient"),
				Locale.forLanguageTag(row.getString("language")), row.getString("subject"), row.getString("body"),
				content(row), row.getString("message_id"), row.getTimestamp("tried_since").toInstant(),
				row.getObject("resends") != null, row.getInt("attempts"));
	}

}
