package org.calltolocalaction.kernel.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who did what, when and why. Every change of state is written here, in the transaction
 * that makes the change; entries are only ever added.
 */
@Component
public class AuditTrail {

	/**
	 * Stands for the acts that no person did: a timer, a decision table, the start of the
	 * desk.
	 */
	public static final String THE_DESK = "the desk";

	private final JdbcClient jdbc;

	private final Clock clock;

	AuditTrail(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @param subject what it is about: a pledge's reference, an edition's year, an
	 * account's or government's id
	 * @param act a stable name such as {@code pledge.submitted}; the pages translate it
	 * @param who the e-mail address of the person, or {@link #THE_DESK}
	 * @param why the reason given, or details that a later reader wants; may be empty
	 */
	public void record(String subject, String act, String who, String why) {
		jdbc.sql("insert into audit_entry (subject, act, who, why, at) values (?, ?, ?, ?, ?)")
			.params(subject, act, who, why, clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** All that happened to a subject, oldest first. */
	public List<Entry> of(String subject) {
		return jdbc.sql("select subject, act, who, why, at from audit_entry where subject = ? order by id")
			.param(subject)
			.query((row, number) -> new Entry(row.getString("subject"), row.getString("act"), row.getString("who"),
					row.getString("why"), row.getTimestamp("at").toInstant()))
			.list();
	}

	/**
	 * When each of these subjects saw this act last; those that never did are left out.
	 */
	public Map<String, Instant> latest(String act, Collection<String> subjects) {
		Map<String, Instant> latest = new HashMap<>();
		jdbc.sql("""
				select subject, max(at) as at from audit_entry where act = ? and subject = any (?) group by subject""")
			.params(act, subjects.toArray(String[]::new))
			.query(row -> {
				latest.put(row.getString("subject"), row.getTimestamp("at").toInstant());
			});
		return latest;
	}

	/** One act. Its instant is shown in the reader's zone. */
	public record Entry(String subject, String act, String who, String why, Instant at) {
	}

}
