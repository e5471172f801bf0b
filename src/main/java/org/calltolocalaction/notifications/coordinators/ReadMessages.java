package org.calltolocalaction.notifications.coordinators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.notifications.coordinators.Messages.Kept;
import org.calltolocalaction.notifications.coordinators.SentMessage.Cancelled;
import org.calltolocalaction.notifications.coordinators.SentMessage.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What coordinators wrote to many, the newest first, and how far each has come. */
@Service
@Transactional(readOnly = true)
public class ReadMessages {

	/** How many a page lists. */
	public static final int PAGE = 20;

	private static final String READ = """
			select message.*, (select count(*) from coordinators_message_reader waiting where waiting.message = message.id)
			as unwritten, brought.* from (select * from coordinators_message where %s) as message cross join lateral (
			select count(*) filter (where sent_at is not null) as sent,
			count(*) filter (where sent_at is null and state = 'OUTGOING') as waiting,
			count(*) filter (where sent_at is null and state in ('FAILED', 'UNDELIVERABLE')) as failed
			from mail where mail.message = message.id) as brought order by message.confirmed_at desc, message.id""";

	/**
	 * Some of them.
	 *
	 * @param number of the page, from 1
	 */
	public record Page(List<SentMessage> messages, int number, boolean hasNext) {
	}

	private record Row(Kept kept, Progress progress) {
	}

	private final AuditTrail trail;

	private final People people;

	private final JdbcClient jdbc;

	ReadMessages(AuditTrail trail, People people, JdbcClient jdbc) {
		this.trail = trail;
		this.people = people;
		this.jdbc = jdbc;
	}

	/**
	 * @param number of the page, from 1
	 */
	public Page list(int number, Person by) {
		by.requireOversight();
		List<Row> rows = jdbc
			.sql(READ.formatted(
					"true order by confirmed_at desc, id limit %d offset %d".formatted(PAGE + 1, (number - 1) * PAGE)))
			.query(ReadMessages::read)
			.list();
		return new Page(said(rows.stream().limit(PAGE).toList()), number, rows.size() > PAGE);
	}

	public SentMessage message(MessageId id, Person by) {
		by.requireOversight();
		return said(jdbc.sql(READ.formatted("id = ?")).param(id.value()).query(ReadMessages::read).list()).stream()
			.findFirst()
			.orElseThrow(() -> new NotFound("Message " + id));
	}

	private List<SentMessage> said(List<Row> rows) {
		Map<EntryId, RecordedEntry> entries = trail
			.all(rows.stream()
				.flatMap(row -> Stream.concat(Stream.of(row.kept().act()), row.kept().cancelledAct().stream()))
				.toList())
			.stream()
			.collect(Collectors.toMap(RecordedEntry::id, Function.identity()));
		Map<AccountId, Person> known = people
			.afterJoining(Stream.concat(rows.stream().map(row -> row.kept().by()), who(entries.values()))
				.collect(Collectors.toSet()));
		return rows.stream().map(row -> said(row, entries, known)).toList();
	}

	private static Stream<AccountId> who(Collection<RecordedEntry> entries) {
		return entries.stream().flatMap(entry -> entry.who().stream()).map(AccountId::new);
	}

	private static SentMessage said(Row row, Map<EntryId, RecordedEntry> entries, Map<AccountId, Person> known) {
		Kept kept = row.kept();
		Optional<Cancelled> cancelled = kept.cancelledAct()
			.map(act -> Objects.requireNonNull(entries.get(act), "A message is cancelled on the trail"))
			.map(entry -> new Cancelled(entry.at(),
					entry.who().map(AccountId::new).map(account -> name(account, known)).orElse(""),
					words(entry, "reason")));
		RecordedEntry act = Objects.requireNonNull(entries.get(kept.act()), "A message stands on the trail");
		return new SentMessage(kept.id(), kept.edition(), words(act, Messages.SUBJECT), words(act, Messages.TEXT),
				kept.language(), name(kept.by(), known), kept.confirmedAt(), kept.due(), kept.act(), row.progress(),
				cancelled);
	}

	private static String words(RecordedEntry entry, String name) {
		return Optional.ofNullable(entry.personal().get(name)).map(Object::toString).orElse("");
	}

	private static String name(AccountId account, Map<AccountId, Person> known) {
		return Optional.ofNullable(known.get(account)).map(Person::name).orElse("");
	}

	private static Row read(ResultSet row, int number) throws SQLException {
		return new Row(Messages.read(row, number), new Progress(row.getInt("people"), row.getInt("unwritten"),
				row.getInt("waiting"), row.getInt("sent"), row.getInt("failed"), row.getInt("cancelled_mails")));
	}

}
