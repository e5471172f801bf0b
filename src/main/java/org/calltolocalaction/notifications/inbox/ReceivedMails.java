package org.calltolocalaction.notifications.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.request.Download;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.inbox.ReceivedMail.Doubt;
import org.calltolocalaction.notifications.inbox.ReceivedMail.Fate;
import org.calltolocalaction.notifications.inbox.ReceivedMail.KeptFile;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.files.CheckFile;
import org.calltolocalaction.post.inbox.IncomingFile;
import org.calltolocalaction.post.inbox.IncomingMail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The mails that came. Answers are kept with their pledge; what else came is kept as long
 * as somebody may want to know why nothing came of it.
 */
@Component
public class ReceivedMails {

	/** How many one page shows. */
	static final int PAGE_SIZE = 50;

	/** How long what is no answer is kept. */
	public static final Duration KEPT = Duration.ofDays(90);

	private static final int COUNTED_AT_MOST = 1000;

	/**
	 * What strangers can have us keep. Beyond it their mails are noted by their first
	 * words; they stay in the mailbox as they are.
	 */
	private static final long MOST_BYTES_OF_STRANGERS = 500L * 1024 * 1024;

	private static final int FORGOTTEN_AT_ONCE = 500;

	private static final int FIRST_WORDS = 2_000;

	private final JdbcClient jdbc;

	private final CheckFile checkFile;

	private final Clock clock;

	ReceivedMails(JdbcClient jdbc, CheckFile checkFile, Clock clock) {
		this.jdbc = jdbc;
		this.checkFile = checkFile;
		this.clock = clock;
	}

	/** One page of those that wait to be looked at. */
	public record Page(List<ReceivedMail> mails, int number, boolean hasNext) {
	}

	/**
	 * What waits for somebody to say whose it is, longest first.
	 * @param page from 1
	 */
	public Page quarantined(int page, Person by) {
		by.requireOversight();
		int number = Math.max(page, 1);
		List<ReceivedMail> found = withFiles(
				jdbc.sql("select * from received_mail where fate = 'QUARANTINE' order by at, id limit ? offset ?")
					.params(PAGE_SIZE + 1, (number - 1L) * PAGE_SIZE)
					.query(ReceivedMails::read)
					.list());
		boolean hasNext = found.size() > PAGE_SIZE;
		return new Page(hasNext ? found.subList(0, PAGE_SIZE) : found, number, hasNext);
	}

	/** How many wait; of very many no more than 1000 are counted. */
	public int countQuarantined(Person by) {
		by.requireOversight();
		return jdbc
			.sql("select count(*) from (select 1 from received_mail where fate = 'QUARANTINE' limit " + COUNTED_AT_MOST
					+ ") as waiting")
			.query(Integer.class)
			.single();
	}

	/** An answer, or what waits to be looked at. */
	public ReceivedMail mail(ReceivedMailId id, Person by) {
		by.requireOversight();
		return find(id, "");
	}

	/** These answers, as far as they are any. */
	public Map<ReceivedMailId, ReceivedMail> replies(Collection<ReceivedMailId> ids, Person by) {
		by.requireOversight();
		Map<ReceivedMailId, ReceivedMail> replies = new HashMap<>();
		withFiles(jdbc.sql("select * from received_mail where id = any (?) and fate = 'REPLY'")
			.param(ids.stream().map(ReceivedMailId::value).toArray(UUID[]::new))
			.query(ReceivedMails::read)
			.list()).forEach(mail -> replies.put(mail.id(), mail));
		return replies;
	}

	/** A file of an answer. */
	public Download file(ReceivedMailId mail, ReceivedFileId file, Person by) {
		by.requireOversight();
		return jdbc.sql("""
				select name, type, size, content from received_file join received_mail on received_mail.id = mail
				where mail = ? and received_file.id = ? and refused is null and fate = 'REPLY'""")
			.params(mail.value(), file.value())
			.query((row, number) -> {
				byte[] content = row.getBytes("content");
				return new Download(row.getString("name"), row.getString("type"), row.getLong("size"),
						out -> out.write(content));
			})
			.optional()
			.orElseThrow(() -> new NotFound("A file of a mail " + file));
	}

	ReceivedMail forChange(ReceivedMailId id) {
		return find(id, " for update");
	}

	private ReceivedMail find(ReceivedMailId id, String how) {
		List<ReceivedMail> found = withFiles(
				jdbc.sql("select * from received_mail where id = ? and fate in ('REPLY', 'QUARANTINE')" + how)
					.param(id.value())
					.query(ReceivedMails::read)
					.list());
		return found.stream().findFirst().orElseThrow(() -> new NotFound("A mail that came " + id));
	}

	/** Text and files are kept only where somebody is to read them. */
	ReceivedMailId keep(IncomingMail mail, Fate fate, Optional<SentMail> answered, Optional<PledgeReference> pledge,
			@Nullable Doubt why) {
		boolean read = fate == Fate.REPLY || fate == Fate.QUARANTINE;
		boolean noted = fate == Fate.QUARANTINE && strangersHaveTheirShare();
		String text = noted ? firstWords(mail.text()) : mail.text();
		int leftOut = noted ? mail.leftOut() + mail.files().size() + (text.equals(mail.text()) ? 0 : 1)
				: mail.leftOut();
		ReceivedMailId id = insert(fate, mail.from(), mail.subject(), read ? text : "",
				answered.map(SentMail::id).orElse(null), pledge, why, leftOut);
		if (read && !noted) {
			mail.files().forEach(file -> keep(id, file));
		}
		return id;
	}

	private boolean strangersHaveTheirShare() {
		return jdbc
			.sql("""
					select (select count(*) from (select 1 from received_mail where fate = 'QUARANTINE' limit :most) as waiting)
					>= :most or (select coalesce(sum(size), 0) from received_file join received_mail on received_mail.id = mail
					where fate = 'QUARANTINE' and refused is null) >= :bytes""")
			.param("most", COUNTED_AT_MOST)
			.param("bytes", MOST_BYTES_OF_STRANGERS)
			.query(Boolean.class)
			.single();
	}

	private static String firstWords(String text) {
		return text.length() <= FIRST_WORDS ? text : Text.PROSE.of(text.substring(0, FIRST_WORDS));
	}

	/** A mail that stays in the mailbox. */
	void keepNote(String from, String subject, Doubt why) {
		insert(Fate.QUARANTINE, from, subject, "", null, Optional.empty(), why, 0);
	}

	private ReceivedMailId insert(Fate fate, String from, String subject, String text, @Nullable MailId answers,
			Optional<PledgeReference> pledge, @Nullable Doubt why, int leftOut) {
		ReceivedMailId id = ReceivedMailId.random();
		jdbc.sql("""
				insert into received_mail (id, fate, at, sender, subject, text, answers, reference, why, left_out)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(Arrays.asList(id.value(), fate.name(), clock.instant().atOffset(ZoneOffset.UTC), from, subject,
					text, answers == null ? null : answers.value(), pledge.map(PledgeReference::value).orElse(null),
					why == null ? null : why.name(), leftOut))
			.update();
		return id;
	}

	private void keep(ReceivedMailId mail, IncomingFile file) {
		CheckFile.Result result = checkFile.check(file.name(), file.content());
		if (result instanceof CheckFile.Fit fit) {
			jdbc.sql("insert into received_file (id, mail, name, type, size, content) values (?, ?, ?, ?, ?, ?)")
				.params(UUID.randomUUID(), mail.value(), fit.name(), fit.type(), fit.content().length, fit.content())
				.update();
		}
		else if (result instanceof CheckFile.Unfit unfit) {
			jdbc.sql("insert into received_file (id, mail, name, type, size, refused) values (?, ?, ?, '', ?, ?)")
				.params(UUID.randomUUID(), mail.value(), OneName.of(file.name()), file.content().length,
						unfit.reason().messageKey())
				.update();
		}
	}

	void becomesReply(ReceivedMailId id, PledgeReference pledge) {
		jdbc.sql("update received_mail set fate = 'REPLY', reference = ?, why = null where id = ?")
			.params(pledge.value(), id.value())
			.update();
	}

	void discard(ReceivedMailId id) {
		jdbc.sql("delete from received_file where mail = ?").param(id.value()).update();
		jdbc.sql("update received_mail set fate = 'DISCARDED', text = '' where id = ?").param(id.value()).update();
	}

	/**
	 * What is no answer is not kept for ever; some at a time.
	 * @return whether there may be more
	 */
	boolean forgetWhatIsNoAnswer() {
		return jdbc.sql("""
				delete from received_mail where id in
				(select id from received_mail where fate <> 'REPLY' and at < ? order by at limit ?)""")
			.params(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC), FORGOTTEN_AT_ONCE)
			.update() == FORGOTTEN_AT_ONCE;
	}

	private List<ReceivedMail> withFiles(List<ReceivedMail> mails) {
		Map<UUID, List<KeptFile>> files = new HashMap<>();
		if (!mails.isEmpty()) {
			jdbc.sql(
					"select id, mail, name, type, size, refused from received_file where mail = any (?) order by name, id")
				.param(mails.stream().map(mail -> mail.id().value()).toArray(UUID[]::new))
				.query(row -> {
					files.computeIfAbsent(row.getObject("mail", UUID.class), mail -> new ArrayList<>())
						.add(new KeptFile(row.getObject("id", UUID.class), row.getString("name"), row.getString("type"),
								row.getLong("size"), Optional.ofNullable(row.getString("refused")).orElse("")));
				});
		}
		return mails.stream()
			.map(mail -> new ReceivedMail(mail.id(), mail.fate(), mail.at(), mail.from(), mail.subject(), mail.text(),
					mail.answers(), mail.pledge(), mail.why(), files.getOrDefault(mail.id().value(), List.of()),
					mail.leftOut()))
			.toList();
	}

	private static ReceivedMail read(ResultSet row, int number) throws SQLException {
		return new ReceivedMail(new ReceivedMailId(row.getObject("id", UUID.class)),
				Fate.valueOf(row.getString("fate")), row.getTimestamp("at").toInstant(), row.getString("sender"),
				row.getString("subject"), FoldedText.of(row.getString("text")),
				Optional.ofNullable(row.getObject("answers", UUID.class)).map(MailId::new),
				Optional.ofNullable(row.getString("reference")).map(PledgeReference::new),
				Optional.ofNullable(row.getString("why")).map(Doubt::valueOf), List.of(), row.getInt("left_out"));
	}

}
