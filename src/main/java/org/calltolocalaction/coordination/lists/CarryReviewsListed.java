package org.calltolocalaction.coordination.lists;

import java.util.List;
import org.calltolocalaction.identity.FollowsAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Of two accounts that become one: whose reviews the coordinators' lists and figures say
 * they are. The reviews themselves are carried over by the module whose they are.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CarryReviewsListed implements FollowsAccount {

	private final WritePledgeLines lines;

	private final JdbcClient jdbc;

	CarryReviewsListed(WritePledgeLines lines, JdbcClient jdbc) {
		this.lines = lines;
		this.jdbc = jdbc;
	}

	/** What follows for the reviews is said where they are. */
	@Override
	@Transactional(readOnly = true)
	public List<Consequence> forecast(Person from, Person into) {
		return List.of();
	}

	@Override
	public void follow(Person from, Person into, Person by) {
		// The lines before their rows, as everywhere.
		lines.hold(jdbc.sql("select distinct reference from coordination_review where reviewer = ?")
			.param(from.id().value())
			.query((row, number) -> new PledgeReference(row.getString("reference")))
			.list());
		jdbc.sql("update coordination_review set reviewer = ? where reviewer = ?")
			.params(into.id().value(), from.id().value())
			.update();
	}

}
