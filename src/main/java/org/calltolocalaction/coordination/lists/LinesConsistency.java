package org.calltolocalaction.coordination.lists;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.PledgeRow;
import org.calltolocalaction.coordination.PledgeRows;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.Review;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves that the lists say what is so: compares each line with the pledge and its
 * reviews, and the drafts with the drafts.
 */
@Service
@Transactional(readOnly = true)
public class LinesConsistency {

	private final PledgeLines lines;

	private final PledgeRows rows;

	private final JdbcClient jdbc;

	LinesConsistency(PledgeLines lines, PledgeRows rows, JdbcClient jdbc) {
		this.lines = lines;
		this.rows = rows;
		this.jdbc = jdbc;
	}

	/** Of which pledges a line is missing, is too much or is wrong; none is promised. */
	public SortedSet<PledgeReference> check() {
		lines.catchUp();
		SortedSet<PledgeReference> wrong = new TreeSet<>(drafts());
		List<PledgeReference> portion = portion("");
		while (!portion.isEmpty()) {
			wrong.addAll(wrong(portion));
			portion = portion(portion.get(portion.size() - 1).value());
		}
		return wrong;
	}

	/** Those of these pledges of which the lists still say something else. */
	public SortedSet<PledgeReference> wrongOf(Collection<PledgeReference> references) {
		lines.catchUp();
		SortedSet<PledgeReference> wrong = new TreeSet<>(wrong(List.copyOf(references)));
		drafts().stream().filter(references::contains).forEach(wrong::add);
		return wrong;
	}

	/** Has the lists say what is so. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void writeAnew(Collection<PledgeReference> references) {
		lines.write(List.copyOf(references));
	}

	private List<PledgeReference> portion(String after) {
		return jdbc.sql("select reference from pledge_standing where reference > ? order by reference limit ?")
			.params(after, PledgeLines.AT_ONCE)
			.query((row, number) -> new PledgeReference(row.getString("reference")))
			.list();
	}

	private Set<PledgeReference> drafts() {
		return Set.copyOf(jdbc.sql("""
				select reference from pledge_standing full join coordination_draft using (reference)
				where (coordination_draft.government_id is null) = (pledge_standing.state = 'DRAFT')""")
			.query((row, number) -> new PledgeReference(row.getString("reference")))
			.list());
	}

	private Set<PledgeReference> wrong(List<PledgeReference> portion) {
		Map<PledgeReference, Set<String>> kept = kept(portion);
		Map<PledgeReference, Set<String>> so = rows.of(portion)
			.stream()
			.collect(Collectors.toMap(PledgeRow::reference, LinesConsistency::said));
		return portion.stream()
			.filter(reference -> !kept.getOrDefault(reference, Set.of()).equals(so.getOrDefault(reference, Set.of())))
			.collect(Collectors.toSet());
	}

	private Map<PledgeReference, Set<String>> kept(List<PledgeReference> portion) {
		record Said(PledgeReference reference, String what) {
		}
		Object references = portion.stream().map(PledgeReference::value).toArray(String[]::new);
		return jdbc.sql("""
				select reference, concat_ws('|', edition, step, timeliness, counts_for, government, title) as said
				from coordination_pledge where reference = any (:references) union all
				select reference, concat_ws('|', partner, edition, state, floor(extract(epoch from due_at))::bigint)
				from coordination_review where reference = any (:references)""")
			.param("references", references)
			.query((row, number) -> new Said(new PledgeReference(row.getString("reference")), row.getString("said")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Said::reference, Collectors.mapping(Said::what, Collectors.toSet())));
	}

	private static Set<String> said(PledgeRow row) {
		int home = Step.home(row);
		Set<Integer> editions = new HashSet<>(Set.of(home));
		row.call().map(EditionYear::value).ifPresent(editions::add);
		Stream<String> pledge = editions.stream()
			.map(edition -> String.join("|", String.valueOf(edition), Step.of(row, edition).name(),
					row.timeliness().name(), String.valueOf(home), row.government().name(), row.title()));
		return Stream.concat(pledge, row.reviews().stream().map(review -> said(review, home)))
			.collect(Collectors.toSet());
	}

	private static String said(Review review, int home) {
		return String.join("|", review.partner().value(), String.valueOf(home), review.state().name(),
				String.valueOf(review.dueAt().getEpochSecond()));
	}

}
