package org.calltolocalaction.reports;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.EditionYear;

/**
 * What stands in an edition's report.
 *
 * @param frozenAt when it was frozen; none while it still grows
 */
public record EditionReport(EditionYear year, Optional<Instant> frozenAt, List<ReportEntry> entries) {

	/** What is printed: the pledges whose governments consented to publication. */
	public List<ReportEntry> published() {
		return entries.stream()
			.filter(ReportEntry::published)
			.sorted(Comparator.comparing(ReportEntry::governmentName, String.CASE_INSENSITIVE_ORDER)
				.thenComparing(ReportEntry::reference))
			.toList();
	}

	/** How many pledges were accepted without consent to publication. */
	public long notForPublication() {
		return entries.stream().filter(entry -> !entry.published()).count();
	}

	/** Printed pledges by world section, then by country; the page puts both into the reader's order. */
	public Map<String, Map<String, List<ReportEntry>>> bySectionAndCountry() {
		return published().stream()
			.collect(Collectors.groupingBy(ReportEntry::region, TreeMap::new,
					Collectors.groupingBy(ReportEntry::country, TreeMap::new, Collectors.toList())));
	}

	public long pledgeCount() {
		return published().size();
	}

	public long governmentCount() {
		return distinct(entry -> entry.country() + " " + entry.governmentName());
	}

	public long countryCount() {
		return distinct(ReportEntry::country);
	}

	/** How many printed pledges serve each objective; only objectives that at least one serves. */
	public Map<String, Long> byObjective() {
		return published().stream()
			.flatMap(entry -> entry.objectives().stream())
			.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
	}

	private long distinct(Function<ReportEntry, String> by) {
		return published().stream().map(by).distinct().count();
	}

}
