package org.calltolocalaction.governments.merging;

import org.calltolocalaction.governments.GovernmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what moves along where a government is merged into another. */
@Component
@Transactional(readOnly = true)
public class Holdings {

	private final JdbcClient jdbc;

	Holdings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What a government has here.
	 *
	 * @param past memberships that have ended, and requests that were refused
	 * @param letters and answers to the coordinators
	 */
	public record Held(long members, long past, long requests, long invitations, long letters) {
	}

	public Held of(GovernmentId government) {
		return jdbc
			.sql("""
					select (select count(*) from membership where government = :id and state = 'ACTIVE') as members,
					(select count(*) from membership where government = :id and state not in ('ACTIVE', 'REQUESTED')) as past,
					(select count(*) from membership where government = :id and state = 'REQUESTED') as requests,
					(select count(*) from invitation where government = :id and state = 'OPEN') as invitations,
					(select count(*) from government_letter where government = :id) + (
					select count(*) from standing_answer where government = :id) as letters""")
			.param("id", government.value())
			.query((row, number) -> new Held(row.getLong("members"), row.getLong("past"), row.getLong("requests"),
					row.getLong("invitations"), row.getLong("letters")))
			.single();
	}

	/** How many addresses both have invited: they stay invited once. */
	public long invitedByBoth(GovernmentId one, GovernmentId other) {
		return jdbc.sql("""
				select count(*) from invitation own join invitation theirs using (email)
				where own.government = ? and own.state = 'OPEN' and theirs.government = ? and theirs.state = 'OPEN'""")
			.params(one.value(), other.value())
			.query(Long.class)
			.single();
	}

}
