package org.calltolocalaction.pledges.keeping;

import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives out references: without gaps within a year, and never the same one twice. */
@Component
public class PledgeNumbers {

	private final JdbcClient jdbc;

	PledgeNumbers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes part in the caller's transaction: what is rolled back gives its number back.
	 */
	public PledgeReference next(int year) {
		long number = jdbc.sql("""
				insert into pledge_number (year, last) values (?, 1)
				on conflict (year) do update set last = pledge_number.last + 1 returning last""")
			.param(year)
			.query(Long.class)
			.single();
		return PledgeReference.of(year, number);
	}

}
