package org.calltolocalaction.coordination.lists;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Before the first page is served: lines that an earlier program wrote, or none wrote,
 * are written anew, some hundred in each transaction.
 */
@Component
public class RebuildPledgeLines implements SmartInitializingSingleton {

	/** Another one has all lines written anew. */
	private static final int VERSION = 2;

	private final PledgeLines lines;

	private final KeptCounts counts;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	RebuildPledgeLines(PledgeLines lines, KeptCounts counts, JdbcClient jdbc, PlatformTransactionManager transactions,
			Clock clock) {
		this.lines = lines;
		this.counts = counts;
		this.jdbc = jdbc;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	public void afterSingletonsInstantiated() {
		Optional<String> before = jdbc.sql("select written from coordination_projection")
			.query(String.class)
			.optional();
		if (before.filter(written()::equals).isEmpty()) {
			rebuild();
		}
		counts.putTogether();
	}

	/** All of them, whatever they say now. */
	public void rebuild() {
		Optional<String> last = portion("");
		while (last.isPresent()) {
			last = portion(last.get());
		}
		jdbc.sql("""
				insert into coordination_projection (written, since) values (?, ?)
				on conflict (one) do update set written = excluded.written""")
			.params(written(), LocalDate.now(clock.withZone(Deadline.ANYWHERE_ON_EARTH)))
			.update();
	}

	/** The last reference of those that come after this one; none where none comes. */
	private Optional<String> portion(String after) {
		return transaction.execute(status -> {
			List<PledgeReference> references = jdbc
				.sql("select reference from pledge_standing where reference > ? order by reference limit ?")
				.params(after, PledgeLines.AT_ONCE)
				.query((row, number) -> new PledgeReference(row.getString("reference")))
				.list();
			lines.write(references);
			return references.isEmpty() ? Optional.empty() : Optional.of(references.get(references.size() - 1).value());
		});
	}

	private static String written() {
		return Integer.toString(VERSION);
	}

}
