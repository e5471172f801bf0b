package org.calltolocalaction.reviews.judgement;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.reviews.Recommendation;
import org.calltolocalaction.reviews.Review;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what reviews said before they were reopened: a judgement that was given is never
 * lost.
 */
@Component
@Transactional
public class EarlierJudgements {

	private final JdbcClient jdbc;

	private final Clock clock;

	EarlierJudgements(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Oldest first. */
	@Transactional(readOnly = true)
	public List<EarlierJudgement> of(Review review) {
		return jdbc.sql("""
				select answers, recommendation, completed_by, completed_at, reopened_by, reopened_at, reason
				from review_judgement where review = ? order by id""")
			.param(review.id())
			.query((row, number) -> new EarlierJudgement(Answers.fromJson(row.getString("answers")),
					Recommendation.valueOf(row.getString("recommendation")),
					new AccountId(row.getObject("completed_by", UUID.class)),
					row.getTimestamp("completed_at").toInstant(),
					new AccountId(row.getObject("reopened_by", UUID.class)),
					row.getTimestamp("reopened_at").toInstant(), row.getString("reason")))
			.list();
	}

	/** The judgement of a completed review that is about to be reopened. */
	void keep(Review review, AccountId reopenedBy, String reason) {
		jdbc.sql("""
				insert into review_judgement (review, answers, recommendation, completed_by, completed_at, reopened_by,
				reopened_at, reason) values (?, ?::jsonb, ?, ?, ?, ?, ?, ?)""")
			.params(review.id(), review.answers().toJson(), review.recommendation().orElseThrow().name(),
					review.completedBy().orElseThrow().value(),
					review.completedAt().orElseThrow().atOffset(ZoneOffset.UTC), reopenedBy.value(),
					clock.instant().atOffset(ZoneOffset.UTC), reason)
			.update();
	}

}
