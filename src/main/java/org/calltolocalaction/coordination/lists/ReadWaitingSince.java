package org.calltolocalaction.coordination.lists;

import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For whom a pledge waits, and since when, as the lists have it. */
@Component
@Transactional(readOnly = true)
public class ReadWaitingSince {

	private final PledgeLines lines;

	private final JdbcClient jdbc;

	ReadWaitingSince(PledgeLines lines, JdbcClient jdbc) {
		this.lines = lines;
		this.jdbc = jdbc;
	}

	/** For somebody, from some instant on. */
	public record WaitingSince(WaitsFor whom, Instant since) {
	}

	/** Nobody where the pledge is at its end. */
	public Optional<WaitingSince> of(PledgeReference reference) {
		lines.catchUp();
		return jdbc
			.sql("select waits_for, waiting_since from coordination_pledge where reference = ? "
					+ "and waits_for is not null limit 1")
			.param(reference.value())
			.query((row, number) -> new WaitingSince(WaitsFor.valueOf(row.getString("waits_for")),
					row.getTimestamp("waiting_since").toInstant()))
			.optional();
	}

}
