package org.calltolocalaction.pledges.similarity;

import java.sql.Types;
import java.util.List;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds earlier pledges of a government, so that an update is not taken for something
 * new. Compares titles and summaries by their trigrams, which neither order nor
 * inflection of words confuses much.
 */
@Component
@Transactional(readOnly = true)
public class SimilarPledges {

	/** Texts on the same subject reach about 0.2, rewordings 0.4 and more. */
	private static final double ALIKE = 0.4;

	private static final int AT_MOST = 3;

	private final JdbcClient jdbc;

	SimilarPledges(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A pledge of the same government that reads alike.
	 *
	 * @param continuable whether it stands in a report, so that a new one can continue it
	 */
	public record Similar(PledgeReference reference, String title, boolean continuable) {
	}

	/**
	 * The most similar ones first; withdrawn and discarded ones and the one that it
	 * continues are left out.
	 */
	public List<Similar> to(Pledge pledge) {
		return jdbc.sql("""
				select reference, title, continuable from (
				    select reference, answers ->> 'title' title, state = 'INCLUDED' continuable,
				           greatest(similarity(answers ->> 'title', :title),
				                    similarity(coalesce(answers ->> 'summary', ''), :summary)) likeness
				    from pledge
				    where government_id = :government and reference <> :reference
				      and reference is distinct from :continues and state not in ('WITHDRAWN', 'DISCARDED')
				      and answers ->> 'title' is not null) compared
				where likeness >= :alike order by likeness desc, reference desc limit :most""")
			.param("title", pledge.content().title())
			.param("summary", pledge.content().summary())
			.param("government", pledge.government().value())
			.param("reference", pledge.reference().value())
			.param("continues", pledge.continues().map(PledgeReference::value).orElse(null), Types.VARCHAR)
			.param("alike", ALIKE)
			.param("most", AT_MOST)
			.query((row, number) -> new Similar(new PledgeReference(row.getString("reference")), row.getString("title"),
					row.getBoolean("continuable")))
			.list();
	}

}
