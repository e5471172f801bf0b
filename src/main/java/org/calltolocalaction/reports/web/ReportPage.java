package org.calltolocalaction.reports.web;

import java.util.List;
import java.util.function.UnaryOperator;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.kernel.request.PublicPage;
import org.calltolocalaction.reports.ReportEntry;
import org.calltolocalaction.reports.ReportFigures;
import org.jspecify.annotations.Nullable;

/**
 * One page of an edition's report in one reader's language.
 *
 * @param asOf the day of which this is the state: publication, freeze, or today for a
 * preview; in the reader's words
 * @param objectives how many pledges serve each objective, the two Compacts one after the
 * other; on the first page
 * @param contents every section of the report and the page on which it begins
 * @param sections what of them stands on this page
 * @param errata what changed for readers since the contents were final, newest first; on
 * the first page
 * @param allErrata how many there are
 * @param notForPublication pledges accepted without consent; told to coordinators only,
 * else 0
 */
record ReportPage(Edition edition, ReportFigures figures, boolean preview, String asOf, List<Objectives> objectives,
		List<SectionLink> contents, List<Section> sections, List<ErratumLine> errata, long allErrata,
		long notForPublication, int number, int pages) implements PublicPage {

	@Override
	public String publicPath() {
		return onPage(number);
	}

	@Override
	public String about(UnaryOperator<String> messages) {
		return messages.apply("reports.list.lead");
	}

	@Override
	public boolean listed() {
		return !preview;
	}

	/** The address of another page of it. */
	public String onPage(int other) {
		return "/reports/" + edition.year() + (other == 1 ? "" : "?page=" + other);
	}

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

	/** Where a world section begins, by its name in the reader's language. */
	record SectionLink(String code, String name, long pledges, int page) {
	}

	/**
	 * What of a world section stands on this page, by its name in the reader's language.
	 */
	record Section(String code, String name, List<Country> countries) {
	}

	/** What of a country stands on this page, by its name in the reader's language. */
	record Country(String name, List<Line> lines) {
	}

	/**
	 * A place in the report.
	 *
	 * @param erratum what is told in place of the entry, or null
	 */
	record Line(ReportEntry entry, @Nullable ErratumLine erratum) {
	}

	/**
	 * What happened to an entry after the contents were final.
	 *
	 * @param key what happened first
	 * @param day when, in the reader's words
	 * @param back since when the entry is shown again, in the reader's words; null while
	 * it is not
	 */
	record ErratumLine(String reference, String key, String day, @Nullable String back) {
	}

}
