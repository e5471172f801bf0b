package org.calltolocalaction.notifications.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.MailState;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SqlCondition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds mails in the log, the newest first, some at a time: by their place and not by
 * counting, so that the last page of a million costs what the first does.
 */
@Service
@Transactional(readOnly = true)
public class SearchMails {

	/** How many mails a page lists. */
	public static final int PAGE = 50;

	/** How many lines of a file are read at once. */
	public static final int BATCH = 500;

	/** Beyond that a figure says that there are more. */
	public static final int COUNTED = 1_000;

	private static final int MOST_TRIES = 50;

	private static final String COLUMNS = """
			id, kind, state, about, recipient, language, subject, created_at, attempts, last_error, sent_at""";

	private static final String LINES = """
			select found.*, tried.at as tried_at, tried.answer from (select %s from mail where %s
			order by created_at %s, id %3$s limit %d) as found left join lateral (select at, answer from mail_try
			where mail = found.id order by attempt desc limit 1) as tried on true order by created_at %3$s, id %3$s""";

	private final JdbcClient jdbc;

	private final MailLogConditions conditions;

	SearchMails(JdbcClient jdbc, MailLogConditions conditions) {
		this.jdbc = jdbc;
		this.conditions = conditions;
	}

	/**
	 * Where a page begins: behind a mail, before one, or, where neither is named, at the
	 * newest.
	 */
	public record Position(Optional<MailId> olderThan, Optional<MailId> newerThan) {

		public static final Position NEWEST = new Position(Optional.empty(), Optional.empty());

	}

	/**
	 * @param lines the newest first
	 * @param newer whether there are newer ones
	 * @param older whether there are older ones
	 */
	public record Found(List<MailLine> lines, boolean newer, boolean older) {
	}

	public Found page(SearchQuery query, Position position, Person by) {
		by.requireOversight();
		boolean upwards = position.newerThan().isPresent();
		List<MailLine> found = lines(query, position, PAGE + 1, by);
		boolean more = found.size() > PAGE;
		List<MailLine> page = new ArrayList<>(found.subList(0, Math.min(found.size(), PAGE)));
		if (upwards) {
			Collections.reverse(page);
		}
		return new Found(page, upwards ? more : position.olderThan().isPresent(), upwards || more);
	}

	/**
	 * The next of all that is found, the newest first.
	 * @param after the last of those before; none at the beginning
	 * @return less than {@link #BATCH} where no more comes
	 */
	public List<MailLine> next(SearchQuery query, Optional<MailId> after, Person by) {
		by.requireOversight();
		return lines(query, new Position(after, Optional.empty()), BATCH, by);
	}

	/** How many are found, counted to one more than {@link #COUNTED}. */
	public int count(SearchQuery query, Person by) {
		by.requireOversight();
		planForWhatIsAsked();
		SqlCondition condition = conditions.of(query, by.zone());
		return jdbc
			.sql("select count(*) from (select 1 from mail where %s limit %d) as counted".formatted(condition.sql(),
					COUNTED + 1))
			.params(condition.parameters())
			.query(Integer.class)
			.single();
	}

	/** How many have failed; the search for them finds as many. */
	public int failed(Person by) {
		by.requireOversight();
		return jdbc
			.sql("select count(*) from (select 1 from mail where %s limit %d) as counted"
				.formatted(LoggedState.FAILED.sql(), COUNTED + 1))
			.query(Integer.class)
			.single();
	}

	/**
	 * All that is known of one.
	 * @throws NotFound where there is none
	 */
	public ReadMail one(MailId id, Person by) {
		by.requireOversight();
		List<MailTry> tries = jdbc.sql(
				"select attempt, at, recipient, outcome, answer from mail_try where mail = ? order by attempt desc limit "
						+ MOST_TRIES)
			.param(id.value())
			.query((row, number) -> new MailTry(row.getInt("attempt"), instant(row, "at").orElseThrow(),
					row.getString("recipient"), MailTry.Outcome.valueOf(row.getString("outcome")),
					row.getString("answer")))
			.list();
		List<MailId> copies = jdbc.sql("select id from mail where copy_of = ? order by created_at, id limit " + PAGE)
			.param(id.value())
			.query((row, number) -> new MailId(row.getObject("id", UUID.class)))
			.list();
		return jdbc.sql("""
				select mail.*, (select other.id from mail other where other.resends = mail.id) as elsewhere,
				tried.at as tried_at, tried.answer from mail left join lateral (select at, answer from mail_try
				where mail = mail.id order by attempt desc limit 1) as tried on true where mail.id = ?""")
			.param(id.value())
			.query((row, number) -> read(row, tries, copies))
			.optional()
			.orElseThrow(() -> new NotFound("Mail " + id));
	}

	private List<MailLine> lines(SearchQuery query, Position position, int most, Person by) {
		planForWhatIsAsked();
		List<SqlCondition> all = new ArrayList<>(List.of(conditions.of(query, by.zone())));
		position.olderThan().ifPresent(mail -> all.add(beside("<", mail)));
		position.newerThan().ifPresent(mail -> all.add(beside(">", mail)));
		SqlCondition condition = SqlCondition.all(all);
		return jdbc
			.sql(LINES.formatted(COLUMNS, condition.sql(), position.newerThan().isPresent() ? "asc" : "desc", most))
			.params(condition.parameters())
			.query(SearchMails::line)
			.list();
	}

	/**
	 * A word that hardly any mail has wants another plan than one that all have, and a
	 * plan for whichever is good for neither.
	 */
	private void planForWhatIsAsked() {
		jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)").query(String.class).single();
	}

	/** A mail that is not there stands at no place: the page is empty. */
	private static SqlCondition beside(String side, MailId mail) {
		return SqlCondition.of(
				"(created_at, id) " + side + " (select other.created_at, other.id from mail other where other.id = ?)",
				mail.value());
	}

	private static MailLine line(ResultSet row, int number) throws SQLException {
		MailKind kind = MailKind.valueOf(row.getString("kind"));
		Optional<Instant> sentAt = instant(row, "sent_at");
		String answer = row.getString("answer");
		String lastError = row.getString("last_error");
		return new MailLine(new MailId(row.getObject("id", UUID.class)), kind,
				LoggedState.of(MailState.valueOf(row.getString("state")), sentAt.isPresent(), row.getInt("attempts")),
				row.getString("about"), row.getString("recipient"), Locale.forLanguageTag(row.getString("language")),
				kind.speaksOfDrafts() ? "" : row.getString("subject"), instant(row, "created_at").orElseThrow(),
				row.getInt("attempts"), instant(row, "tried_at").or(() -> sentAt),
				answer != null ? answer : lastError == null || sentAt.isPresent() ? "" : lastError);
	}

	private static ReadMail read(ResultSet row, List<MailTry> tries, List<MailId> copies) throws SQLException {
		MailLine line = line(row, 0);
		return new ReadMail(line, line.withheld() ? "" : row.getString("body"), row.getString("message_id"), tries,
				instant(row, "sent_at"), instant(row, "next_attempt_at"), instant(row, "resent_at"),
				mail(row, "digest"), mail(row, "copy_of"), copies, mail(row, "resends"), mail(row, "elsewhere"));
	}

	private static Optional<MailId> mail(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, UUID.class)).map(MailId::new);
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

}
