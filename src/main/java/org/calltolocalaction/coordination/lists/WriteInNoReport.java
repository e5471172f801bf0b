package org.calltolocalaction.coordination.lists;

import java.util.Collection;
import java.util.List;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reports.Errata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes of which accepted pledges no report tells: they wait for an edition that is not
 * there yet, or were taken out by hand.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WriteInNoReport {

	private final Errata errata;

	private final JdbcClient jdbc;

	WriteInNoReport(Errata errata, JdbcClient jdbc) {
		this.errata = errata;
		this.jdbc = jdbc;
	}

	/** Beside lines that are written already. */
	void write(Collection<PledgeReference> references) {
		jdbc.sql("""
				update coordination_pledge set in_no_report = not in_no_report where reference = any (:references)
				and in_no_report <> (state = 'ACCEPTED' or state = 'INCLUDED' and reference = any (:taken))""")
			.param("references", named(references))
			.param("taken", named(errata.unprinted(references)))
			.update();
	}

	private static String[] named(Collection<PledgeReference> references) {
		return List.copyOf(references).stream().map(PledgeReference::value).toArray(String[]::new);
	}

}
