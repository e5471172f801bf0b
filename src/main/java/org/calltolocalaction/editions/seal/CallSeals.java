package org.calltolocalaction.editions.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.audit.proof.Checkpoint;
import org.calltolocalaction.kernel.audit.proof.Checkpoints;
import org.calltolocalaction.kernel.audit.proof.MakeCheckpoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The seals of the calls that have closed. */
@Component
@Transactional(readOnly = true)
public class CallSeals {

	private static final String COLUMNS = "select edition_year, closed_at, checkpoint, size, root from call_seal ";

	private final MakeCheckpoint make;

	private final Checkpoints checkpoints;

	private final JdbcClient jdbc;

	CallSeals(MakeCheckpoint make, Checkpoints checkpoints, JdbcClient jdbc) {
		this.make = make;
		this.checkpoints = checkpoints;
		this.jdbc = jdbc;
	}

	/**
	 * Holds the trail to all that was submitted, in the transaction that closes the call
	 * and after its entry: nobody submits to it any more.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public CallSeal seal(EditionYear year, Instant closedAt) {
		while (make.make().isPresent()) {
			// One takes a portion of what waits.
		}
		Checkpoint last = checkpoints.newest().orElseThrow();
		CallSeal seal = new CallSeal(year, closedAt, last.number(), last.size(), last.root().hex());
		jdbc.sql("insert into call_seal (edition_year, closed_at, checkpoint, size, root) values (?, ?, ?, ?, ?)")
			.params(year.value(), closedAt.atOffset(ZoneOffset.UTC), seal.checkpoint(), seal.size(), seal.root())
			.update();
		return seal;
	}

	/** Each closing of this edition's call, the last one first. */
	public List<CallSeal> of(EditionYear year) {
		return jdbc.sql(COLUMNS + "where edition_year = ? order by checkpoint desc")
			.param(year.value())
			.query(CallSeals::read)
			.list();
	}

	/** The first one that covers the entry at this place of the trail, counted from 0. */
	public Optional<CallSeal> covering(long place) {
		return jdbc.sql(COLUMNS + "where size > ? order by size limit 1")
			.param(place)
			.query(CallSeals::read)
			.optional();
	}

	private static CallSeal read(ResultSet row, int number) throws SQLException {
		return new CallSeal(new EditionYear(row.getInt("edition_year")), row.getTimestamp("closed_at").toInstant(),
				row.getLong("checkpoint"), row.getLong("size"), row.getString("root"));
	}

}
