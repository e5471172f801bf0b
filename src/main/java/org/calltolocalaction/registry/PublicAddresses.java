package org.calltolocalaction.registry;

import java.time.Instant;
import java.util.List;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which pledges have a public page, however many there are. */
@Component
@Transactional(readOnly = true)
public class PublicAddresses {

	private final JdbcClient jdbc;

	PublicAddresses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A pledge with a public page.
	 *
	 * @param since when what stands there became public
	 */
	public record Public(PledgeReference reference, Instant since) {
	}

	/**
	 * The first of every so many, in the order of the references: where each part begins
	 * if they are told in parts.
	 */
	public List<PledgeReference> beginnings(int most) {
		return jdbc
			.sql("""
					select reference from (select reference, row_number() over (order by reference) as number from published_pledge)
					as numbered where mod(number - 1, ?) = 0 order by reference""")
			.param(most)
			.query((row, number) -> new PledgeReference(row.getString("reference")))
			.list();
	}

	/**
	 * At most so many, in the order of their references.
	 * @param from the first of them, or a text before all of them
	 */
	public List<Public> from(String from, int most) {
		return jdbc
			.sql("select reference, published_at from published_pledge where reference >= ? order by reference limit ?")
			.params(from, most)
			.query((row, number) -> new Public(new PledgeReference(row.getString("reference")),
					row.getTimestamp("published_at").toInstant()))
			.list();
	}

}
