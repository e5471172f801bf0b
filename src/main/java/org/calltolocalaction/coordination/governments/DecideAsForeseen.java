package org.calltolocalaction.coordination.governments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.coordination.governments.StandingForecast.ToPlace;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.EditionState;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.Submission;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.standing.DecideStanding;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator confirms, asks or refuses a government and has read before what follows;
 * where something else would follow by now, nothing is done.
 */
@Service
public class DecideAsForeseen {

	private final Governments governments;

	private final DecideStanding decide;

	private final CallPolicy callPolicy;

	private final JdbcClient jdbc;

	DecideAsForeseen(Governments governments, DecideStanding decide, CallPolicy callPolicy, JdbcClient jdbc) {
		this.governments = governments;
		this.decide = decide;
		this.callPolicy = callPolicy;
		this.jdbc = jdbc;
	}

	/** What follows now. */
	@Transactional(readOnly = true)
	public StandingForecast forecast(GovernmentId id, Person by) {
		by.requireOversight();
		Government government = governments.government(id);
		PlacementPolicy law = callPolicy.inOrder();
		List<ToPlace> accepted = jdbc.sql("""
				select reference, call_year, first_submitted_at from pledge_standing
				where government_id = ? and state = 'ACCEPTED' order by reference""")
			.param(id.value())
			.query((row, number) -> toPlace(id, row, law))
			.list();
		return new StandingForecast(id, government.profile(), government.standing(), accepted,
				governments.members(id).size());
	}

	/**
	 * Refused where it is confirmed already, where the words are missing, or where it is
	 * to be confirmed and a report is compiled at this moment of which its pledges would
	 * be.
	 * @param words the question, or the reason
	 * @param foreseen the fingerprint of the forecast that the coordinator has read
	 * @return whether it was done; not where something else would follow than was read
	 */
	@Transactional
	public boolean decide(GovernmentId id, StandingAct act, String words, String foreseen, Person by) {
		by.requireCoordinator();
		// The editions before the government: whoever places a pledge takes them so.
		callPolicy.holdStill();
		decide.hold(id);
		StandingForecast forecast = forecast(id, by);
		if (!forecast.fingerprint().equals(foreseen)) {
			return false;
		}
		switch (act) {
			case CONFIRM -> {
				requireNoReportInTheMaking(forecast);
				decide.confirm(id, words, by);
			}
			case ASK -> decide.ask(id, words, by);
			case REFUSE -> decide.refuse(id, words, by);
		}
		return true;
	}

	/** What stands in it was confirmed by a coordinator, and is being written down. */
	private void requireNoReportInTheMaking(StandingForecast forecast) {
		PlacementPolicy law = callPolicy.inOrder();
		forecast.accepted()
			.stream()
			.flatMap(pledge -> pledge.place().edition().stream())
			.filter(year -> law.find(year).filter(edition -> edition.state() == EditionState.CONFIRMED).isPresent())
			.findFirst()
			.ifPresent(year -> {
				throw new Refused("standing.refused.report-in-the-making", year);
			});
	}

	private static ToPlace toPlace(GovernmentId government, ResultSet row, PlacementPolicy law) throws SQLException {
		PledgeReference reference = new PledgeReference(row.getString("reference"));
		Optional<EditionYear> call = Optional.of(row.getInt("call_year"))
			.filter(year -> year != 0)
			.map(EditionYear::new);
		Placement place = law.place(new Submission(call, row.getTimestamp("first_submitted_at").toInstant(),
				Set.of(Holder.government(government.value()), Holder.pledge(reference.value()))));
		return new ToPlace(reference, place, call.filter(place::is).isEmpty());
	}

}
