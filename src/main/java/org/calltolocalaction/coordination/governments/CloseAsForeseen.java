package org.calltolocalaction.coordination.governments;

import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.merging.CloseGovernment;
import org.calltolocalaction.governments.merging.Holdings;
import org.calltolocalaction.identity.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator closes a government, or opens it again, and has read before what follows;
 * where something else would follow by now, nothing is done.
 */
@Service
public class CloseAsForeseen {

	private final Governments governments;

	private final CloseGovernment close;

	private final Holdings holdings;

	private final JdbcClient jdbc;

	CloseAsForeseen(Governments governments, CloseGovernment close, Holdings holdings, JdbcClient jdbc) {
		this.governments = governments;
		this.close = close;
		this.holdings = holdings;
		this.jdbc = jdbc;
	}

	/** What follows now: closing where it is open, opening where it is closed. */
	@Transactional(readOnly = true)
	public CloseForecast forecast(GovernmentId id, Person by) {
		by.requireOversight();
		Government government = governments.government(id);
		return jdbc
			.sql("""
					select count(*) filter (where state = 'DRAFT') as drafts, count(*) filter (where state in
					('UNDER_REVIEW', 'CHANGES_REQUESTED', 'DISAGREEMENT', 'REVIVED')) as open, count(place.reference) as published
					from pledge_standing left join pledge_place place using (reference) where government_id = ?""")
			.param(government.id().value())
			.query((row, number) -> new CloseForecast(government.id(), government.closed(),
					governments.members(government.id()).size(), row.getLong("drafts"), row.getLong("open"),
					row.getLong("published"), holdings.of(government.id()).requests()))
			.single();
	}

	/**
	 * Refused where the reason is missing.
	 * @param foreseen the fingerprint of the forecast that the coordinator has read
	 * @return whether it was done; not where something else would follow than was read
	 */
	@Transactional
	public boolean change(GovernmentId id, String reason, String foreseen, Person by) {
		by.requireCoordinator();
		close.hold(id);
		CloseForecast forecast = forecast(id, by);
		if (!forecast.fingerprint().equals(foreseen)) {
			return false;
		}
		if (forecast.closed()) {
			close.reopen(id, reason, by);
		}
		else {
			close.close(id, reason, by);
		}
		return true;
	}

}
