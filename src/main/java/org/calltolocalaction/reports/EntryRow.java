package org.calltolocalaction.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * An entry as it is kept.
 *
 * @param content what was frozen; none while the report still grows
 */
record EntryRow(PledgeReference reference, int revision, String governmentName, String governmentType, String country,
		String region, boolean published, Optional<String> content) {

	static EntryRow read(ResultSet row, int number) throws SQLException {
		return new EntryRow(new PledgeReference(row.getString("reference")), row.getInt("revision"),
				row.getString("government_name"), row.getString("government_type"), row.getString("country"),
				row.getString("region"), row.getBoolean("published"), Optional.ofNullable(row.getString("content")));
	}

}
