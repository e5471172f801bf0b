package org.calltolocalaction.reports.correction;

import java.util.List;
import org.calltolocalaction.editions.EditionsChanged;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nothing stays where nothing counts any more: what a coordinator put into an edition
 * that is set aside is placed by the law again.
 */
@Component
class CorrectedPlaces {

	private final PledgeLifecycle lifecycle;

	private final JdbcClient jdbc;

	CorrectedPlaces(PledgeLifecycle lifecycle, JdbcClient jdbc) {
		this.lifecycle = lifecycle;
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(EditionsChanged changed) {
		List<PledgeReference> stranded = jdbc.sql("""
				select reference from inclusion join edition_standing edition on edition.year = inclusion.edition_year
				where reason = 'CORRECTED' and edition.state = 'SET_ASIDE' order by reference""")
			.query((row, number) -> new PledgeReference(row.getString("reference")))
			.list();
		lifecycle.placementQuestioned(stranded);
	}

}
