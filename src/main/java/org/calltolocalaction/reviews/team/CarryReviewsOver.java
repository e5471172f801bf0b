package org.calltolocalaction.reviews.team;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.calltolocalaction.identity.FollowsAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.interest.Interests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Of two accounts that become one, what the person reviews, keeps out of and set up for
 * themselves. Reviews that are done stay under the name by which they were done.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CarryReviewsOver implements FollowsAccount {

	/** Each leaves what the other account has as it is. */
	private static final List<String> OWN = List.of("""
			insert into interest (id, account, government_id, reason, declared_at)
			select gen_random_uuid(), :into, government_id, reason, declared_at from interest
			where account = :from and withdrawn_at is null
			on conflict (government_id, account) where withdrawn_at is null do nothing""", """
			update saved_search set owner = :into where owner = :from
			and name not in (select name from saved_search where owner = :into)""", """
			insert into worklist_settings (account, columns, shortcuts)
			select :into, columns, shortcuts from worklist_settings where account = :from on conflict do nothing""", """
			insert into pledge_look (account, reference, looked_at, before)
			select :into, reference, looked_at, before from pledge_look where account = :from on conflict do nothing""",
			"""
					update absence set deputy = :into where deputy = :from and account <> :into""", """
					update absence mine set account = :into where account = :from and deputy <> :into and not exists (
					select from absence where account = :into
					and tstzrange(begins_at, ends_at) && tstzrange(mine.begins_at, mine.ends_at))""", """
					update review_draft draft set author = :into where author = :from and not exists (
					select from review_draft where review = draft.review and author = :into)""");

	private final Reviews reviews;

	private final Interests interests;

	private final HandOver handOver;

	private final JdbcClient jdbc;

	CarryReviewsOver(Reviews reviews, Interests interests, HandOver handOver, JdbcClient jdbc) {
		this.reviews = reviews;
		this.interests = interests;
		this.handOver = handOver;
		this.jdbc = jdbc;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Consequence> forecast(Person from, Person into) {
		List<Consequence> consequences = new ArrayList<>();
		int open = from.partner().map(partner -> held(from.id().value(), partner.value())).orElse(0);
		if (open > 0) {
			consequences.add(Consequence.of("team.join.reviews", open));
		}
		int keptOut = jdbc.sql("select count(*) from interest where account = ? and withdrawn_at is null")
			.param(from.id().value())
			.query(Integer.class)
			.single();
		if (keptOut > 0) {
			consequences.add(Consequence.of("team.join.interests", keptOut));
		}
		return consequences;
	}

	@Override
	public void follow(Person from, Person into, Person by) {
		for (String sql : OWN) {
			jdbc.sql(sql).param("from", from.id().value()).param("into", into.id().value()).update();
		}
		from.partner().ifPresent(partner -> {
			for (Review review : reviews.lockOpenOf(from.id().value(), partner.value())) {
				if (interests.keepOut(into.id(), review)) {
					handOver.release(review, by.email());
				}
				else {
					handOver.give(review, into, "", by);
				}
			}
		});
	}

	private int held(UUID holder, String partner) {
		return jdbc
			.sql("select count(*) from review where taken_by = ? and partner = ? and completed_at is null "
					+ "and state = 'OPEN'")
			.params(holder, partner)
			.query(Integer.class)
			.single();
	}

}
