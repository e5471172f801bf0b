package org.calltolocalaction.testing;

import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.standing.DecideStanding;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Confirms governments as a coordinator does, for tests that are about something else:
 * the mail that tells of it is not theirs, and is taken out again.
 */
@TestComponent
public class ConfirmedGovernments {

	private final DecideStanding decide;

	private final Governments governments;

	private final People people;

	private final JdbcClient jdbc;

	ConfirmedGovernments(DecideStanding decide, Governments governments, People people, JdbcClient jdbc) {
		this.decide = decide;
		this.governments = governments;
		this.people = people;
		this.jdbc = jdbc;
	}

	/** The one for which this person acts. */
	@Transactional
	public void of(Person member) {
		confirm(governments.actedForBy(member.id()).orElseThrow().id());
	}

	@Transactional
	public void confirm(GovernmentId government) {
		decide.confirm(government, "Known from earlier editions", people.coordinators().get(0));
		jdbc.sql("delete from mail where kind = 'GOVERNMENT_CONFIRMED' and about = ?")
			.param(government.toString())
			.update();
	}

}
