package org.calltolocalaction.pledges.files;

import java.util.List;
import java.util.UUID;
import org.calltolocalaction.governments.GovernmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How much room uploaded files take, and who fills most of it. */
@Component
@Transactional(readOnly = true)
public class SpaceInUse {

	private static final int MOST_NAMED = 10;

	private final JdbcClient jdbc;

	SpaceInUse(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What one government has uploaded.
	 *
	 * @param bytes of all its files together
	 */
	public record OfGovernment(GovernmentId government, String name, long files, long bytes) {
	}

	/** Of all files, as they lie in the database. */
	public long bytes() {
		return jdbc.sql("select pg_total_relation_size('attachment_chunk')").query(Long.class).single();
	}

	/** Those with the largest files together, the largest first. */
	public List<OfGovernment> largest() {
		return jdbc.sql("""
				select filled.government_id, government_name.name, filled.files, filled.bytes from (
				select pledge.government_id, count(*) as files, sum(attachment.size) as bytes
				from attachment join pledge using (reference) group by pledge.government_id
				order by bytes desc, pledge.government_id limit ?) as filled
				join government_name on government_name.id = filled.government_id order by filled.bytes desc, 2""")
			.param(MOST_NAMED)
			.query((row, number) -> new OfGovernment(new GovernmentId(row.getObject("government_id", UUID.class)),
					row.getString("name"), row.getLong("files"), row.getLong("bytes")))
			.list();
	}

}
