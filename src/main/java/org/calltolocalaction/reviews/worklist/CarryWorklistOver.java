package org.calltolocalaction.reviews.worklist;

import java.util.List;
import org.calltolocalaction.identity.FollowsAccount;
import org.calltolocalaction.identity.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Of two accounts that become one, how the person set up their worklist, and what they
 * have looked at. What the other account has stays as it is.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CarryWorklistOver implements FollowsAccount {

	private static final List<String> OWN = List.of("""
			update saved_search set owner = :into where owner = :from
			and name not in (select name from saved_search where owner = :into)""",
			"""
					insert into worklist_settings (account, columns, shortcuts, dense)
					select :into, columns, shortcuts, dense from worklist_settings where account = :from on conflict do nothing""",
			"""
					insert into pledge_look (account, reference, looked_at, before)
					select :into, reference, looked_at, before from pledge_look where account = :from on conflict do nothing""");

	private final JdbcClient jdbc;

	CarryWorklistOver(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** It is one's own, and nothing that a coordinator decides about. */
	@Override
	@Transactional(readOnly = true)
	public List<Consequence> forecast(Person from, Person into) {
		return List.of();
	}

	@Override
	public void follow(Person from, Person into, Person by) {
		for (String sql : OWN) {
			jdbc.sql(sql).param("from", from.id().value()).param("into", into.id().value()).update();
		}
	}

}
