package org.calltolocalaction.coordination.forecast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The acts of coordinators, each with what its page foretold. */
@Component
@Transactional(readOnly = true)
public class ForetoldActs {

	/** How many acts of an edition a page lists. */
	private static final int MOST_LISTED = 50;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	ForetoldActs(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Does the act, and keeps beside it what was foretold; or does nothing, where
	 * something else would follow by now than the coordinator has read.
	 * @param now what would follow, and nothing else until this transaction ends
	 * @param follows the fingerprint of what would follow now
	 * @param foreseen the fingerprint of what the coordinator has read
	 * @return whether it was done
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean doneAsForetold(ActForecast now, String follows, String foreseen, Runnable act) {
		return doneAsForetold(ForetoldId.random(), now, follows, foreseen, act);
	}

	/**
	 * The same under a name that was given before: {@link #done} tells whether it was.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean doneAsForetold(ForetoldId name, ActForecast now, String follows, String foreseen, Runnable act) {
		boolean asForetold = follows.equals(foreseen);
		if (asForetold) {
			// What follows comes after this instant; a call that is opened may have had
			// no edition before.
			Instant begun = clock.instant();
			act.run();
			keep(name, now, begun);
		}
		return asForetold;
	}

	private void keep(ForetoldId name, ActForecast forecast, Instant begun) {
		jdbc.sql("insert into foretold_act (id, edition_year, act, done_at, forecast) values (?, ?, ?, ?, ?::jsonb)")
			.params(name.value(), forecast.edition(), forecast.act().name(), begun.atOffset(ZoneOffset.UTC),
					json.writeValueAsString(forecast))
			.update();
	}

	/** The newest acts on an edition, the last one first. */
	public List<Foretold> on(EditionYear year, Person by) {
		by.requireOversight();
		return jdbc
			.sql("select id, done_at, forecast from foretold_act where edition_year = ? order by done_at desc limit ?")
			.params(year.value(), MOST_LISTED)
			.query(this::read)
			.list();
	}

	/** Whether an act of this name was done. */
	public boolean done(ForetoldId id) {
		return jdbc.sql("select exists (select from foretold_act where id = ?)")
			.param(id.value())
			.query(Boolean.class)
			.single();
	}

	/** One of the acts on this edition. */
	public Optional<Foretold> find(EditionYear year, ForetoldId id) {
		return jdbc.sql("select id, done_at, forecast from foretold_act where id = ? and edition_year = ?")
			.params(id.value(), year.value())
			.query(this::read)
			.optional();
	}

	/**
	 * When the next act was done, on whichever edition; from then on more than one acted.
	 */
	Optional<Instant> nextAfter(Instant act) {
		return jdbc.sql("select min(done_at) from foretold_act where done_at > ?")
			.param(act.atOffset(ZoneOffset.UTC))
			.query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(next -> next.toInstant()))
			.single();
	}

	private Foretold read(ResultSet row, int number) throws SQLException {
		return new Foretold(new ForetoldId(row.getObject("id", UUID.class)), row.getTimestamp("done_at").toInstant(),
				json.readValue(row.getString("forecast"), ActForecast.class));
	}

}
