package org.calltolocalaction.reports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The seals of frozen reports: a hash over all entries as they were compiled, by which
 * anybody can tell whether a report is still what it was.
 */
@Component
class ReportSeals {

	/**
	 * The hash of the entries' hashes, in the order of their references, each made anew
	 * from what it is of.
	 */
	static final String HASH = """
			select encode(sha256(convert_to(coalesce(string_agg(encode(sha256(convert_to(content::text, 'UTF8')), 'hex'), ''
			order by reference collate "C"), ''), 'UTF8')), 'hex')
			from report_entry where edition_year = ? and content is not null""";

	private final ReportContents contents;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	ReportSeals(ReportContents contents, JdbcClient jdbc, JsonMapper json) {
		this.contents = contents;
		this.jdbc = jdbc;
		this.json = json;
	}

	/** Seals the entries as they are now; an earlier seal of the report is replaced. */
	void seal(EditionYear year, Instant frozenAt) {
		jdbc.sql("""
				insert into frozen_report (edition_year, sha256, figures, frozen_at) values (?, ?, ?::jsonb, ?)
				on conflict (edition_year) do update set sha256 = excluded.sha256, figures = excluded.figures""")
			.params(year.value(), hash(year), json.writeValueAsString(contents.counted(year)),
					frozenAt.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Whether the entries are those that were sealed; true where nothing was yet. */
	boolean unbroken(EditionYear year) {
		Optional<String> sealed = jdbc.sql("select sha256 from frozen_report where edition_year = ?")
			.param(year.value())
			.query(String.class)
			.optional();
		return sealed.isEmpty() || sealed.get().equals(hash(year));
	}

	private String hash(EditionYear year) {
		return jdbc.sql(HASH).param(year.value()).query(String.class).single();
	}

}
