package org.calltolocalaction.reviews.judgement;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.reviews.Review;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts of reviews: one for each reviewer who began, so that whoever takes a review over
 * overwrites nobody's words.
 */
@Component
@Transactional
public class ReviewDrafts {

	private final JdbcClient jdbc;

	private final Clock clock;

	ReviewDrafts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** All drafts of the review, the newest first. */
	@Transactional(readOnly = true)
	public List<ReviewDraft> of(Review review) {
		return jdbc
			.sql("select author, answers, saved_at from review_draft where review = ? order by saved_at desc, author")
			.param(review.id())
			.query((row, number) -> new ReviewDraft(new AccountId(row.getObject("author", UUID.class)),
					Answers.fromJson(row.getString("answers")), row.getTimestamp("saved_at").toInstant()))
			.list();
	}

	public Optional<ReviewDraft> of(Review review, AccountId author) {
		return of(review).stream().filter(draft -> draft.author().equals(author)).findFirst();
	}

	public Instant save(Review review, AccountId author, Answers answers) {
		Instant now = clock.instant();
		jdbc.sql("""
				insert into review_draft (review, author, answers, saved_at) values (?, ?, ?::jsonb, ?)
				on conflict (review, author) do update set answers = excluded.answers, saved_at = excluded.saved_at""")
			.params(review.id(), author.value(), answers.toJson(), now.atOffset(ZoneOffset.UTC))
			.update();
		return now;
	}

	/** Of two accounts that become one; where the other began, too, both stay. */
	public void carryOver(AccountId from, AccountId into) {
		jdbc.sql("""
				update review_draft draft set author = :into where author = :from and not exists (
				select from review_draft where review = draft.review and author = :into)""")
			.param("from", from.value())
			.param("into", into.value())
			.update();
	}

	public void clear(Review review) {
		jdbc.sql("delete from review_draft where review = ?").param(review.id()).update();
	}

}
