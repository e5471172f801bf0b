package org.calltolocalaction.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;

/**
 * That a pledge was taken out of what everybody reads, and perhaps put back: what a
 * frozen report says in the place of its entry, which it keeps.
 *
 * @param edition in whose report the pledge stands
 */
public record Erratum(PledgeReference reference, EditionYear edition, StopKind kind, Instant takenOutAt,
		Optional<Instant> putBackAt) {

	static Erratum read(ResultSet row, int number) throws SQLException {
		return new Erratum(new PledgeReference(row.getString("reference")), new EditionYear(row.getInt("edition_year")),
				StopKind.valueOf(row.getString("kind")), row.getTimestamp("taken_out_at").toInstant(),
				Optional.ofNullable(row.getTimestamp("put_back_at")).map(Timestamp::toInstant));
	}

	/** Whether it holds still. */
	public boolean open() {
		return putBackAt.isEmpty();
	}

}
