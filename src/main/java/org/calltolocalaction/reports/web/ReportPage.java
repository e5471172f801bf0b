package org.calltolocalaction.reports.web;

import java.util.List;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.reports.EditionReport;
import org.calltolocalaction.reports.ReportEntry;

/**
 * An edition's report in one reader's language.
 *
 * @param asOf the day of which this is the state: publication, freeze, or today for a preview; in the reader's words
 * @param objectives how many pledges serve each objective, the two Compacts one after the other
 * @param notForPublication pledges accepted without consent; told to coordinators only, else 0
 */
record ReportPage(Edition edition, EditionReport report, boolean preview, String asOf, List<Objectives> objectives,
		List<Section> sections, long notForPublication) {

	/** One Compact's objectives. */
	record Objectives(String list, List<Bar> bars) {
	}

	/**
	 * One objective with its count.
	 *
	 * @param width of its bar in hundredths of the longest one
	 */
	record Bar(String code, String label, long pledges, long width) {
	}

	/** A world section, by its name in the reader's language. */
	record Section(String code, String name, List<Country> countries) {

		public int pledgeCount() {
			return countries.stream().mapToInt(country -> country.entries().size()).sum();
		}

	}

	/** A country, by its name in the reader's language. */
	record Country(String name, List<ReportEntry> entries) {
	}

}
