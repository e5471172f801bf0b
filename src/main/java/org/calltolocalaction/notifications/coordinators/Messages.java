package org.calltolocalaction.notifications.coordinators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The messages of coordinators to many, and which mails bring them. What they say stands
 * on the trail.
 */
@Repository
class Messages {

	/** The names of what a coordinator wrote, at the entry of the act. */
	static final String SUBJECT = "subject";

	static final String TEXT = "message";

	/**
	 * Between the mails of a message, where there are more than go at once: what else the
	 * desk has to send, and to do, does not wait for thousands of them.
	 */
	private static final Duration PACE = Duration.ofMillis(100);

	private static final String PLAN = """
			update mail set message = ?, planned_for = ?, next_attempt_at = case when state = 'OUTGOING' then
			greatest(next_attempt_at, ?) else next_attempt_at end where key = ?""";

	/**
	 * As it is stored.
	 *
	 * @param act the entry on the trail
	 */
	record Kept(MessageId id, EditionYear edition, Locale language, AccountId by, EntryId act, Instant confirmedAt,
			Optional<Instant> due, int people, Optional<Instant> cancelledAt, Optional<EntryId> cancelledAct,
			int cancelledMails) {

		boolean cancelled() {
			return cancelledAt.isPresent();
		}

	}

	private final AuditTrail trail;

	private final JdbcClient jdbc;

	private final JdbcOperations manyAtOnce;

	Messages(AuditTrail trail, JdbcClient jdbc, JdbcOperations manyAtOnce) {
		this.trail = trail;
		this.jdbc = jdbc;
		this.manyAtOnce = manyAtOnce;
	}

	void keep(ConfirmedMessage message, int people, AccountId by, Instant now) {
		jdbc.sql(
				"""
						insert into coordinators_message (id, edition_year, language, account, act, confirmed_at, due_at, people)
						values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(Arrays.asList(message.id().value(), message.edition().value(),
					message.message().language().getLanguage(), by.value(), message.act().value(), utc(now),
					message.due().map(Messages::utc).orElse(null), people))
			.update();
	}

	/** Until the end of the transaction, nobody else writes it or cancels it. */
	Kept lock(MessageId id) {
		return jdbc.sql("select * from coordinators_message where id = ? for update")
			.param(id.value())
			.query(Messages::read)
			.optional()
			.orElseThrow(() -> new NotFound("Message " + id));
	}

	/** What it says; nothing where that was erased. */
	Optional<ConfirmedMessage> words(Kept kept) {
		return trail.all(List.of(kept.act()))
			.stream()
			.map(entry -> entry.personal())
			.filter(said -> said.containsKey(SUBJECT) && said.containsKey(TEXT))
			.map(said -> confirmed(kept, said))
			.findFirst();
	}

	private static ConfirmedMessage confirmed(Kept kept, Map<String, Object> said) {
		return new ConfirmedMessage(kept.id(), kept.edition(),
				new Message(word(said, SUBJECT), word(said, TEXT), kept.language()), kept.due(), kept.act());
	}

	private static String word(Map<String, Object> said, String of) {
		return Objects.requireNonNull(said.get(of), "What was erased is no message any more").toString();
	}

	/**
	 * The mails to these, which were written in this transaction, are due when they are
	 * to be: the first at once, or at the instant that was chosen, and those beyond a
	 * portion one after the other.
	 */
	void plan(ConfirmedMessage message, Instant confirmedAt, List<MemberToTell> members, int firstPlace) {
		Instant due = message.due().orElse(confirmedAt);
		List<@Nullable Object[]> rows = new ArrayList<>();
		for (MemberToTell member : members) {
			int waits = Math.max(0, firstPlace + rows.size() - SendMessage.PORTION + 1);
			rows.add(new @Nullable Object[] { message.id().value(), message.due().map(Messages::utc).orElse(null),
					utc(due.plus(PACE.multipliedBy(waits))), key(message.id(), member).value() });
		}
		manyAtOnce.batchUpdate(PLAN, rows);
	}

	static MailKey key(Object occasion, MemberToTell member) {
		return MailKey.of(MailKind.COORDINATORS_MESSAGE, member.about(), member.person().id(), occasion);
	}

	/**
	 * What was written of it and is in nobody's hands is not sent.
	 * @return how many mails those are
	 */
	int stop(MessageId id, Instant now) {
		return jdbc.sql("""
				update mail set state = 'DROPPED', next_attempt_at = null where message = ? and state = 'OUTGOING'
				and sent_at is null and (leased_until is null or leased_until <= ?)""")
			.params(id.value(), utc(now))
			.update();
	}

	void cancelled(MessageId id, Instant now, EntryId act, int mails) {
		jdbc.sql(
				"""
						update coordinators_message set cancelled_at = ?, cancelled_act = ?, cancelled_mails = ? where id = ?""")
			.params(utc(now), act.value(), mails, id.value())
			.update();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	static Kept read(ResultSet row, int number) throws SQLException {
		return new Kept(new MessageId(row.getObject("id", UUID.class)), new EditionYear(row.getInt("edition_year")),
				Locale.forLanguageTag(row.getString("language")), new AccountId(row.getObject("account", UUID.class)),
				new EntryId(row.getLong("act")), row.getTimestamp("confirmed_at").toInstant(),
				Optional.ofNullable(row.getTimestamp("due_at")).map(due -> due.toInstant()), row.getInt("people"),
				Optional.ofNullable(row.getTimestamp("cancelled_at")).map(at -> at.toInstant()),
				Optional.of(row.getLong("cancelled_act")).filter(act -> act != 0).map(EntryId::new),
				row.getInt("cancelled_mails"));
	}

}
