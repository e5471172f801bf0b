package org.calltolocalaction.coordination.mails;

import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In which list the pledge stands of which a mail tells. */
@Component
@Transactional(readOnly = true)
public class WrittenAbout {

	private final JdbcClient jdbc;

	WrittenAbout(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The newest edition that lists it; none lists what waits for the next one. */
	public Optional<EditionYear> edition(PledgeReference reference) {
		return jdbc.sql(
				"select edition from coordination_pledge where reference = ? and edition > 0 order by edition desc limit 1")
			.param(reference.value())
			.query((row, number) -> new EditionYear(row.getInt("edition")))
			.optional();
	}

}
