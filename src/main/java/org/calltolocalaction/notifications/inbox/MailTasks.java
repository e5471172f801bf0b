package org.calltolocalaction.notifications.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.inbox.MailTask.End;
import org.calltolocalaction.notifications.inbox.MailTask.Ended;
import org.calltolocalaction.notifications.inbox.MailTask.Kind;
import org.calltolocalaction.pledges.PledgeReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What coordinators have to do because of mails: of an address that takes none there is
 * one task at a time, however many mails went there.
 */
@Component
public class MailTasks {

	/** How many one page shows. */
	static final int PAGE_SIZE = 50;

	/** Whoever counts them looks no further. */
	private static final int COUNTED_AT_MOST = 1000;

	private static final int AT_A_PLEDGE = 20;

	private final JdbcClient jdbc;

	private final Clock clock;

	MailTasks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** One page of the list. */
	public record Page(List<MailTask> tasks, int number, boolean hasNext) {
	}

	/**
	 * Those that wait, longest first, or those that are done, latest first.
	 * @param page from 1
	 */
	public Page page(boolean open, int page, Person by) {
		by.requireOversight();
		int number = Math.max(page, 1);
		List<MailTask> found = jdbc
			.sql("select * from mail_task where %s limit ? offset ?".formatted(
					open ? "done_at is null order by created_at, id" : "done_at is not null order by done_at desc, id"))
			.params(PAGE_SIZE + 1, (number - 1L) * PAGE_SIZE)
			.query(MailTasks::read)
			.list();
		boolean hasNext = found.size() > PAGE_SIZE;
		return new Page(hasNext ? found.subList(0, PAGE_SIZE) : found, number, hasNext);
	}

	/** How many wait; of very many no more than 1000 are counted. */
	public int countOpen(Person by) {
		by.requireOversight();
		return jdbc
			.sql("select count(*) from (select 1 from mail_task where done_at is null limit " + COUNTED_AT_MOST
					+ ") as waiting")
			.query(Integer.class)
			.single();
	}

	/** Those that wait at a pledge, longest first. */
	public List<MailTask> openAt(PledgeReference pledge, Person by) {
		by.requireOversight();
		return jdbc.sql("""
				select * from mail_task where done_at is null and (reference = :pledge or id in
				(select task from mail_task_mail join mail on mail.id = mail where mail.about = :pledge))
				order by created_at, id limit :most""")
			.param("pledge", pledge.value())
			.param("most", AT_A_PLEDGE)
			.query(MailTasks::read)
			.list();
	}

	/** The newest because of this mail, done or not. */
	public Optional<MailTaskId> because(MailId mail, Person by) {
		by.requireOversight();
		return jdbc.sql("""
				select id from mail_task where id in (select task from mail_task_mail where mail = ?)
				order by created_at desc, id limit 1""")
			.param(mail.value())
			.query((row, number) -> new MailTaskId(row.getObject("id", UUID.class)))
			.optional();
	}

	public MailTask task(MailTaskId id, Person by) {
		by.requireOversight();
		return find(id, "");
	}

	/** Nobody else ends it until this transaction does. */
	MailTask forChange(MailTaskId id) {
		return find(id, " for update");
	}

	private MailTask find(MailTaskId id, String how) {
		return jdbc.sql("select * from mail_task where id = ?" + how)
			.param(id.value())
			.query(MailTasks::read)
			.optional()
			.orElseThrow(() -> new NotFound("A task about mails " + id));
	}

	/** The mails that did not arrive, newest first. */
	public List<MailId> mails(MailTaskId id) {
		return jdbc.sql("""
				select mail.id from mail_task_mail join mail on mail.id = mail where task = ?
				order by mail.created_at desc, mail.id limit ?""")
			.params(id.value(), PAGE_SIZE)
			.query((row, number) -> new MailId(row.getObject("id", UUID.class)))
			.list();
	}

	/** Which of these mails were sent again, and as which. */
	public Map<MailId, MailId> sentAgain(Collection<MailId> mails) {
		Map<MailId, MailId> again = new HashMap<>();
		jdbc.sql("select id, resends from mail where resends = any (?)")
			.param(mails.stream().map(MailId::value).toArray(UUID[]::new))
			.query(row -> {
				again.put(new MailId(row.getObject("resends", UUID.class)),
						new MailId(row.getObject("id", UUID.class)));
			});
		return again;
	}

	/**
	 * A mail did not arrive there; the task of the address where there is one already.
	 */
	MailTaskId bounced(SentMail mail) {
		jdbc.sql("""
				insert into mail_task (id, kind, address, reference, government, created_at)
				values (?, 'BOUNCED', ?, ?, ?, ?)
				on conflict (address) where kind = 'BOUNCED' and done_at is null do nothing""")
			.params(Arrays.asList(UUID.randomUUID(), mail.recipient(),
					mail.pledge().map(PledgeReference::value).orElse(null),
					mail.government().map(GovernmentId::value).orElse(null), clock.instant().atOffset(ZoneOffset.UTC)))
			.update();
		UUID task = jdbc.sql("select id from mail_task where address = ? and kind = 'BOUNCED' and done_at is null")
			.param(mail.recipient())
			.query(UUID.class)
			.single();
		jdbc.sql("insert into mail_task_mail (task, mail) values (?, ?) on conflict do nothing")
			.params(task, mail.id().value())
			.update();
		return new MailTaskId(task);
	}

	/** An answer came. */
	MailTaskId replied(ReceivedMailId reply, String from, Optional<PledgeReference> pledge,
			Optional<GovernmentId> government) {
		MailTaskId id = MailTaskId.random();
		jdbc.sql("""
				insert into mail_task (id, kind, address, reference, government, reply, created_at)
				values (?, 'REPLY', ?, ?, ?, ?, ?)""")
			.params(Arrays.asList(id.value(), from, pledge.map(PledgeReference::value).orElse(null),
					government.map(GovernmentId::value).orElse(null), reply.value(),
					clock.instant().atOffset(ZoneOffset.UTC)))
			.update();
		return id;
	}

	void end(MailTaskId id, End how, String note, Person by) {
		jdbc.sql("update mail_task set done_at = ?, done_by = ?, how = ?, note = ? where id = ?")
			.params(clock.instant().atOffset(ZoneOffset.UTC), by.id().value(), how.name(), note, id.value())
			.update();
	}

	private static MailTask read(ResultSet row, int number) throws SQLException {
		UUID government = row.getObject("government", UUID.class);
		UUID reply = row.getObject("reply", UUID.class);
		return new MailTask(new MailTaskId(row.getObject("id", UUID.class)), Kind.valueOf(row.getString("kind")),
				row.getString("address"), Optional.ofNullable(row.getString("reference")).map(PledgeReference::new),
				Optional.ofNullable(government).map(GovernmentId::new),
				Optional.ofNullable(reply).map(ReceivedMailId::new), row.getTimestamp("created_at").toInstant(),
				ended(row));
	}

	private static Optional<Ended> ended(ResultSet row) throws SQLException {
		@Nullable Timestamp at = row.getTimestamp("done_at");
		return at == null ? Optional.empty() : Optional.of(new Ended(End.valueOf(row.getString("how")), at.toInstant(),
				new AccountId(row.getObject("done_by", UUID.class)), row.getString("note")));
	}

}
