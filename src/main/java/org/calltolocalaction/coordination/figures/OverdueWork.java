package org.calltolocalaction.coordination.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the partners have to do in all editions together, and how much of it is late.
 */
@Component
@Transactional(readOnly = true)
public class OverdueWork {

	private static final int MOST_NAMED = 10;

	private final ReadDueCounts due;

	private final JdbcClient jdbc;

	OverdueWork(ReadDueCounts due, JdbcClient jdbc) {
		this.due = due;
		this.jdbc = jdbc;
	}

	/**
	 * A partner's open reviews.
	 *
	 * @param overdueFirst those that are overdue longest
	 */
	public record Work(PartnerCode partner, long open, long overdue, Instant nextDue, List<Overdue> overdueFirst) {
	}

	/** A review that is overdue. */
	public record Overdue(PledgeReference reference, Instant dueAt) {
	}

	/**
	 * Of each partner with open reviews, the one with most that is overdue first.
	 * @param counted by the years of the editions
	 */
	List<Work> of(Map<Integer, Counted> counted, Instant now) {
		Map<PartnerCode, Long> open = counted.values()
			.stream()
			.flatMap(each -> each.of(Counted.LOAD).stream())
			.collect(Collectors.groupingBy(row -> new PartnerCode(row.before(':')), TreeMap::new,
					Collectors.summingLong(Counted.Row::number)));
		Map<PartnerCode, ReadDueCounts.Due> late = due.of(counted.keySet(), open.keySet(), now);
		return open.entrySet()
			.stream()
			.filter(each -> each.getValue() > 0)
			.map(each -> work(each.getKey(), each.getValue(),
					late.getOrDefault(each.getKey(), ReadDueCounts.Due.NOTHING).overdue(), now))
			.sorted(Comparator.comparingLong(Work::overdue).reversed().thenComparing(Work::partner))
			.toList();
	}

	private Work work(PartnerCode partner, long open, long overdue, Instant now) {
		List<Overdue> first = jdbc.sql("""
				select reference, due_at from coordination_review where partner = ? and state = 'OPEN'
				order by due_at, reference limit ?""")
			.params(partner.value(), MOST_NAMED)
			.query((row, number) -> new Overdue(new PledgeReference(row.getString("reference")),
					Objects.requireNonNull(row.getObject("due_at", OffsetDateTime.class)).toInstant()))
			.list();
		return new Work(partner, open, overdue, first.get(0).dueAt(),
				first.stream().filter(review -> review.dueAt().isBefore(now)).toList());
	}

}
