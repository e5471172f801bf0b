package org.calltolocalaction.coordination;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts drafts by their governments. What stands in them is nobody's business but the
 * governments'.
 */
@Component
@Transactional(readOnly = true)
class OpenDrafts {

	private static final int MOST_LISTED = 50;

	private final JdbcClient jdbc;

	OpenDrafts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	DeadlinePreview.Drafts count() {
		List<DeadlinePreview.DraftsOf> first = jdbc
			.sql("""
					select government.name, count(*) as drafts, max(pledge.changed_at) as changed_at from pledge_standing pledge
					join government_name government on government.id = pledge.government_id
					where pledge.state = 'DRAFT' group by government.id, government.name
					order by lower(government.name), government.id limit ?""")
			.param(MOST_LISTED)
			.query((row, number) -> new DeadlinePreview.DraftsOf(row.getString("name"), row.getInt("drafts"),
					row.getTimestamp("changed_at").toInstant()))
			.list();
		return jdbc.sql(
				"select count(*) as drafts, count(distinct government_id) as governments from pledge_standing where state = 'DRAFT'")
			.query((row, number) -> new DeadlinePreview.Drafts(row.getInt("drafts"), row.getInt("governments"), first))
			.single();
	}

}
