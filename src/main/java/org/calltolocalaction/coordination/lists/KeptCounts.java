package org.calltolocalaction.coordination.lists;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The counts that the database keeps of the lines: each is the sum of its changes. */
@Component
class KeptCounts {

	private final JdbcClient jdbc;

	KeptCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes one row of all changes of the same day; what others add meanwhile stays for
	 * the next time.
	 */
	@Transactional
	void putTogether() {
		jdbc.sql("""
				with taken as (delete from coordination_count where ctid = any (array(
				select ctid from coordination_count for update skip locked)) returning edition, what, key, day, number)
				insert into coordination_count select edition, what, key, day, sum(number) from taken
				group by edition, what, key, day having sum(number) <> 0""").update();
	}

}
