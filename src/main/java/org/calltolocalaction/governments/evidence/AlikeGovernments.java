package org.calltolocalaction.governments.evidence;

import java.util.List;
import java.util.UUID;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.GovernmentStanding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds governments that are called alike, in the same country and in others. */
@Component
@Transactional(readOnly = true)
public class AlikeGovernments {

	/** How many are shown; more would help nobody to decide. */
	private static final int MOST = 10;

	private static final String LIKENESS = "select set_config('pg_trgm.similarity_threshold', '0.45', true)";

	private final JdbcClient jdbc;

	AlikeGovernments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Another government of a like name.
	 *
	 * @param same whether the name is the same, in another country
	 */
	public record Alike(GovernmentId id, String name, String country, GovernmentStanding standing, boolean same) {
	}

	/** Those of the same country first, the most alike first. */
	public List<Alike> to(Government government) {
		return to(government, government.name(), government.country());
	}

	/** The same, if the government were called so and were there. */
	public List<Alike> to(Government government, String name, String country) {
		jdbc.sql(LIKENESS).query().listOfRows();
		return jdbc
			.sql("""
					select other.id, other.name, other.country, other.standing,
					other.folded_name = :name as same from government other
					where other.folded_name % :name and other.id <> :own and other.merged_into is null
					order by other.country = :country desc, similarity(other.folded_name, :name) desc, other.id limit :most""")
			.param("name", Government.folded(name))
			.param("own", government.id().value())
			.param("country", country)
			.param("most", MOST)
			.query((row, number) -> new Alike(new GovernmentId(row.getObject("id", UUID.class)), row.getString("name"),
					row.getString("country"), GovernmentStanding.valueOf(row.getString("standing")),
					row.getBoolean("same")))
			.list();
	}

}
