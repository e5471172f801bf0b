package org.calltolocalaction.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * An entry as it is kept.
 *
 * @param content what was frozen; none while the report still grows
 * @param erratum what stands in its place now
 */
record EntryRow(PledgeReference reference, int revision, String governmentName, String governmentType, String country,
		String region, boolean published, Optional<String> content, Optional<Erratum> erratum) {

	/** What is read of an entry by this; behind it comes which entries. */
	static String sql(String entries) {
		return """
				select report_entry.*, taken.kind as erratum_kind, taken.taken_out_at from %s
				left join lateral (select kind, taken_out_at from erratum where erratum.reference = report_entry.reference
				and put_back_at is null order by id limit 1) as taken on true
				"""
			.formatted(entries);
	}

	static EntryRow read(ResultSet row, int number) throws SQLException {
		return new EntryRow(new PledgeReference(row.getString("reference")), row.getInt("revision"),
				row.getString("government_name"), row.getString("government_type"), row.getString("country"),
				row.getString("region"), row.getBoolean("published"), Optional.ofNullable(row.getString("content")),
				erratum(row));
	}

	private static Optional<Erratum> erratum(ResultSet row) throws SQLException {
		String kind = row.getString("erratum_kind");
		return kind == null ? Optional.empty()
				: Optional.of(new Erratum(new PledgeReference(row.getString("reference")),
						new EditionYear(row.getInt("edition_year")), StopKind.valueOf(kind),
						row.getTimestamp("taken_out_at").toInstant(), Optional.empty()));
	}

}
