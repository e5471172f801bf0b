package org.calltolocalaction.coordination.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the partners have to do in all editions together, and how much of it is late. As
 * many as a list shows are counted, not more: a number above that tells nobody anything.
 */
@Component
@Transactional(readOnly = true)
public class OverdueWork {

	/** As far as is counted. */
	static final int COUNTED = 10_000;

	private static final int MOST_NAMED = 10;

	private final JdbcClient jdbc;

	OverdueWork(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A partner's open reviews.
	 *
	 * @param overdue no more than are counted
	 * @param overdueFirst those that are overdue longest
	 */
	public record Work(PartnerCode partner, long open, long overdue, Instant nextDue, List<Overdue> overdueFirst) {
	}

	/** A review that is overdue. */
	public record Overdue(PledgeReference reference, Instant dueAt) {
	}

	/** Of each partner with open reviews, the one with most that is overdue first. */
	List<Work> of(Collection<Counted> counted, Instant now) {
		Map<PartnerCode, Long> open = counted.stream()
			.flatMap(each -> each.of(Counted.LOAD).stream())
			.collect(Collectors.groupingBy(row -> new PartnerCode(row.before(':')), TreeMap::new,
					Collectors.summingLong(Counted.Row::number)));
		return open.entrySet()
			.stream()
			.filter(each -> each.getValue() > 0)
			.map(each -> work(each.getKey(), each.getValue(), now))
			.sorted(Comparator.comparingLong(Work::overdue).reversed().thenComparing(Work::partner))
			.toList();
	}

	private Work work(PartnerCode partner, long open, Instant now) {
		List<Overdue> first = jdbc.sql("""
				select reference, due_at from coordination_review where partner = ? and state = 'OPEN'
				order by due_at, reference limit ?""")
			.params(partner.value(), MOST_NAMED)
			.query((row, number) -> new Overdue(new PledgeReference(row.getString("reference")),
					Objects.requireNonNull(row.getObject("due_at", OffsetDateTime.class)).toInstant()))
			.list();
		List<Overdue> late = first.stream().filter(review -> review.dueAt().isBefore(now)).toList();
		long overdue = late.size() < MOST_NAMED ? late.size()
				: jdbc
					.sql("""
							select count(*) from (select 1 from coordination_review where partner = ? and state = 'OPEN' and due_at < ?
							limit ?) as late""")
					.params(partner.value(), now.atOffset(ZoneOffset.UTC), COUNTED)
					.query(Long.class)
					.single();
		return new Work(partner, open, overdue, first.get(0).dueAt(), late);
	}

	/** How many pledges of the edition wait for a review that is overdue. */
	long overdue(EditionYear year, Instant now) {
		return jdbc.sql("""
				select count(distinct reference) from (select reference from coordination_review
				where edition = ? and state = 'OPEN' and due_at < ? limit ?) as late""")
			.params(year.value(), now.atOffset(ZoneOffset.UTC), COUNTED)
			.query(Long.class)
			.single();
	}

}
