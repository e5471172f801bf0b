package org.calltolocalaction.post.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which mails of the mailbox were taken, and whose turn it is to look. A turn is leased
 * and not locked: no connection is held while the server speaks.
 */
@Repository
class InboxRows {

	/** Longer than any look into the mailbox lasts. */
	private static final Duration TURN = Duration.ofMinutes(5);

	private static final int LONGEST_TROUBLE = 400;

	private final JdbcClient jdbc;

	private final Clock clock;

	InboxRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What became of a mail of the mailbox. */
	enum State {

		/** It could not be taken so far. */
		TRIED, TAKEN, ASIDE

	}

	/**
	 * Nobody else looks meanwhile, unless this node is gone for long. What is said of a
	 * time to come was written by a clock that was put right since.
	 * @return whether it is ours
	 */
	boolean takeTurn(Duration pause) {
		OffsetDateTime now = now();
		jdbc.sql("insert into inbox_turn (one) values (true) on conflict (one) do nothing").update();
		return jdbc.sql("""
				update inbox_turn set leased_until = :until where (leased_until is null or leased_until <= :now
				or leased_until > :until) and (tried_at is null or tried_at <= :before or tried_at > :now)""")
			.param("until", now.plus(TURN))
			.param("now", now)
			.param("before", now.minus(pause.multipliedBy(9).dividedBy(10)))
			.update() == 1;
	}

	void endTurn(Optional<String> trouble) {
		String why = trouble.map(said -> said.replaceAll("\\p{Cntrl}+", " "))
			.map(said -> said.substring(0, Math.min(LONGEST_TROUBLE, said.length())))
			.orElse(null);
		OffsetDateTime now = now();
		jdbc.sql("""
				update inbox_turn set leased_until = null, tried_at = :now, trouble = :why,
				read_at = case when :why::text is null then :now else read_at end""")
			.param("now", now)
			.param("why", why)
			.update();
	}

	Optional<InboxState> state() {
		return jdbc.sql("select read_at, trouble from inbox_turn where tried_at is not null")
			.query((row, number) -> new InboxState(
					Optional.ofNullable(row.getTimestamp("read_at")).map(Timestamp::toInstant),
					Optional.ofNullable(row.getString("trouble"))))
			.optional();
	}

	/** Whether nothing is to be done with it any more. */
	boolean isDone(String uid) {
		return jdbc.sql("select 1 from inbox_message where uid = ? and state <> 'TRIED'")
			.param(uid)
			.query(Integer.class)
			.optional()
			.isPresent();
	}

	/**
	 * @param fingerprint the same of the same mail, wherever in the mailbox it stands
	 * @return whether it is taken now; not where it was before
	 */
	boolean take(String uid, String fingerprint) {
		boolean known = jdbc.sql("select 1 from inbox_message where fingerprint = ? and uid <> ?")
			.params(fingerprint, uid)
			.query(Integer.class)
			.optional()
			.isPresent();
		int written = jdbc.sql("""
				insert into inbox_message (uid, fingerprint, state, attempts, at) values (?, ?, 'TAKEN', 1, ?)
				on conflict (uid) do update set state = 'TAKEN', fingerprint = excluded.fingerprint
				where inbox_message.state = 'TRIED'""")
			.params(Arrays.asList(uid, known ? null : fingerprint, now()))
			.update();
		return written == 1 && !known;
	}

	void putAside(String uid) {
		jdbc.sql("""
				insert into inbox_message (uid, state, attempts, at) values (?, 'ASIDE', 1, ?)
				on conflict (uid) do update set state = 'ASIDE'""").params(uid, now()).update();
	}

	/**
	 * Counts a try before it is made: whoever dies of it has made it.
	 * @return how often it was tried, this time with it
	 */
	int tries(String uid) {
		return jdbc.sql("""
				insert into inbox_message (uid, state, attempts, at) values (?, 'TRIED', 1, ?)
				on conflict (uid) do update set attempts = inbox_message.attempts + 1 returning attempts""")
			.params(uid, now())
			.query(Integer.class)
			.single();
	}

	/** What was counted was none: the mailbox went away meanwhile. */
	void notTried(String uid) {
		jdbc.sql("update inbox_message set attempts = attempts - 1 where uid = ? and state = 'TRIED'")
			.param(uid)
			.update();
	}

	/** What nobody will find in the mailbox any more, some at a time. */
	void forgetBefore(Instant then) {
		jdbc.sql("""
				delete from inbox_message where uid in
				(select uid from inbox_message where at < ? order by at limit 1000)""")
			.param(then.atOffset(ZoneOffset.UTC))
			.update();
	}

	private OffsetDateTime now() {
		return clock.instant().atOffset(ZoneOffset.UTC);
	}

}
