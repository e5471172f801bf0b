package org.calltolocalaction.reports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeQuestion;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reports.ReportFigures.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads reports, the frozen and those that still grow, and never more of their entries
 * than was asked for.
 */
@Component
@Transactional(readOnly = true)
public class ReportContents {

	private static final int BATCH = 200;

	private static final String PRINTED = " from report_entry where edition_year = ? and published";

	private final PrintedEntries printed;

	private final PledgeForm form;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	ReportContents(PrintedEntries printed, PledgeForm form, JdbcClient jdbc, JsonMapper json) {
		this.printed = printed;
		this.form = form;
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * The report as it was frozen, as far as everybody may read it now, or as it would be
	 * if it were frozen now.
	 */
	public EditionReport report(EditionYear year) {
		EditionReport report = whole(year);
		// How many serve an objective tells something of each of them.
		boolean objectives = PledgeQuestion.OBJECTIVES.stream()
			.allMatch(question -> form.readable(question, Reader.PUBLIC));
		return objectives ? report : report.withoutObjectives();
	}

	private EditionReport whole(EditionYear year) {
		return jdbc.sql("select frozen_at, figures from frozen_report where edition_year = ?")
			.param(year.value())
			.query((row, number) -> new EditionReport(year, Optional.of(row.getTimestamp("frozen_at").toInstant()),
					Optional.ofNullable(row.getString("figures"))
						.map(counted -> json.readValue(counted, ReportFigures.class))
						.orElseGet(() -> counted(year))))
			.optional()
			.orElseGet(() -> new EditionReport(year, Optional.empty(), counted(year)));
	}

	/**
	 * Printed entries of these places, by place as they stand here, then by government.
	 * @param skipped how many of the first are left out
	 */
	public List<PrintedEntry> printed(EditionYear year, List<Place> places, long skipped, int most) {
		return jdbc.sql(EntryRow
			.sql("""
					unnest(string_to_array(:regions, ' '), string_to_array(:countries, ' ')) with ordinality as place (region, country, number)
					cross join lateral (select * from report_entry where edition_year = :year and published
					and report_entry.region = place.region and report_entry.country = place.country
					order by lower(government_name) collate "C", reference collate "C" limit :skipped + :most) as report_entry""")
				+ """
						order by place.number, lower(government_name) collate "C", reference collate "C" limit :most offset :skipped""")
			.param("regions", places.stream().map(Place::region).collect(Collectors.joining(" ")))
			.param("countries", places.stream().map(Place::country).collect(Collectors.joining(" ")))
			.param("year", year.value())
			.param("skipped", skipped)
			.param("most", most)
			.query(EntryRow::read)
			.list()
			.stream()
			.map(printed::of)
			.toList();
	}

	/**
	 * Hands over every entry of the portion, printed or not, one after the other; what
	 * was taken out is not printed.
	 */
	public void each(EditionYear year, ReportPortion portion, Consumer<PrintedEntry> reader) {
		String after = "";
		List<EntryRow> batch;
		do {
			batch = jdbc.sql(EntryRow.sql("report_entry") + """
					where edition_year = :year and reference > :after
					and %s order by reference limit :most""".formatted(ReportPortion.IN_SQL))
				.param("year", year.value())
				.param("after", after)
				.param("number", portion.number())
				.param("of", portion.of())
				.param("most", BATCH)
				.query(EntryRow::read)
				.list();
			for (EntryRow row : batch) {
				reader.accept(printed.of(row));
				after = row.reference().value();
			}
		}
		while (batch.size() == BATCH);
	}

	/** Every pledge that stands in the report, printed or not. */
	public List<PledgeReference> references(EditionYear year) {
		return jdbc.sql("select reference from report_entry where edition_year = ? order by reference")
			.param(year.value())
			.query((row, number) -> new PledgeReference(row.getString("reference")))
			.list();
	}

	/** Counts what is there now. */
	ReportFigures counted(EditionYear year) {
		Map<String, Long> byObjective = new TreeMap<>();
		jdbc.sql(
				"select code, count(*) from (select unnest(objectives) as code" + PRINTED + ") as served group by code")
			.param(year.value())
			.query((row, number) -> byObjective.put(row.getString(1), row.getLong(2)))
			.list();
		List<Place> places = jdbc
			.sql("select region, country, count(*)" + PRINTED + " group by region, country order by region, country")
			.param(year.value())
			.query((row, number) -> new Place(row.getString(1), row.getString(2), row.getLong(3)))
			.list();
		long governments = number(
				"select count(*) from (select distinct country, government_name" + PRINTED + ") as pledging", year);
		long notForPublication = number("select count(*) from report_entry where edition_year = ? and not published",
				year);
		return new ReportFigures(places.stream().mapToLong(Place::pledges).sum(), governments,
				places.stream().map(Place::country).distinct().count(), notForPublication, byObjective, places);
	}

	private long number(String sql, EditionYear year) {
		return jdbc.sql(sql).param(year.value()).query(Long.class).single();
	}

}
