package org.calltolocalaction.governments.standing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.letters.LetterId;
import org.calltolocalaction.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What governments said of themselves to the coordinators, and what they were asked. */
@Component
@Transactional(readOnly = true)
public class StandingAnswers {

	/** How many a government may give; after so many, nobody reads them. */
	static final int MOST = 20;

	private final JdbcClient jdbc;

	StandingAnswers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One answer.
	 *
	 * @param question empty where the government was not asked
	 * @param words empty where the letter says it all
	 */
	public record StandingAnswer(String question, String words, Optional<LetterId> letter, Instant at, AccountId by) {
	}

	@Transactional
	void keep(GovernmentId government, StandingAnswer answer) {
		jdbc.sql("""
				insert into standing_answer (id, government, question, words, letter, answered_at, answered_by)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.param(UUID.randomUUID())
			.param(government.value())
			.param(answer.question())
			.param(answer.words())
			.param(answer.letter().map(LetterId::value).orElse(null))
			.param(answer.at().atOffset(ZoneOffset.UTC))
			.param(answer.by().value())
			.update();
	}

	/** All of a government, the newest first. */
	public List<StandingAnswer> of(GovernmentId government) {
		return jdbc.sql("select * from standing_answer where government = ? order by answered_at desc, id limit ?")
			.params(government.value(), MOST)
			.query(StandingAnswers::read)
			.list();
	}

	private static StandingAnswer read(ResultSet row, int number) throws SQLException {
		return new StandingAnswer(row.getString("question"), row.getString("words"),
				Optional.ofNullable(row.getObject("letter", UUID.class)).map(LetterId::new),
				row.getObject("answered_at", OffsetDateTime.class).toInstant(),
				new AccountId(row.getObject("answered_by", UUID.class)));
	}

}
