package org.calltolocalaction.coordination.lists;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.calltolocalaction.search.SqlCondition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what one partner has to do soon from the reviews that are due then, as long as
 * these are few: those that wait longest, with which the list begins, are overdue.
 */
@Component
class SoonDue {

	/** With more of them the list itself comes upon them sooner. */
	private static final int FEW = 5_000;

	private static final String REVIEWS = """
			select reference from coordination_review where edition = ? and partner = ? and state = 'OPEN'
			and due_at >= ? and due_at < ?""";

	private final JdbcClient jdbc;

	private final Clock clock;

	SoonDue(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Empty where there are many. */
	Optional<SqlCondition> of(int edition, String partner) {
		Instant now = clock.instant();
		Object[] asked = { edition, partner, now.atOffset(ZoneOffset.UTC),
				now.plus(ListPledges.SOON).atOffset(ZoneOffset.UTC) };
		int number = jdbc.sql("select count(*) from (%s limit %d) as counted".formatted(REVIEWS, FEW + 1))
			.params(asked)
			.query(Integer.class)
			.single();
		return number > FEW ? Optional.empty()
				: Optional.of(SqlCondition.of("reference = any (array(" + REVIEWS + "))", asked));
	}

}
