package org.calltolocalaction.coordination.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.calltolocalaction.coordination.lists.Listed;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Governments with a pledge in an earlier edition and none in this one. What was
 * withdrawn or declined is none.
 */
@Service
@Transactional(readOnly = true)
public class NotYetPledged {

	private static final String KNOWN = """
			with known as (select edition, key from coordination_count
			where what = 'government' and edition between 1 and :year group by edition, key having sum(number) > 0),
			missing as (select split_part(key, ':', 1) as section, split_part(key, ':', 2)::uuid as government, max(edition) as last
			from known group by key having max(edition) < :year)
			""";

	private final JdbcClient jdbc;

	NotYetPledged(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One of them.
	 *
	 * @param last the edition of its last pledge
	 */
	public record Government(GovernmentId id, String name, String section, EditionYear last) {
	}

	/** How many of each section. */
	Map<String, Long> bySection(EditionYear year) {
		Map<String, Long> bySection = new HashMap<>();
		jdbc.sql(KNOWN + "select section, count(*) as number from missing group by section")
			.param("year", year.value())
			.query(row -> {
				bySection.put(row.getString("section"), row.getLong("number"));
			});
		return bySection;
	}

	/**
	 * Of one section, by name.
	 * @param page from 1; beyond the last one it is the last one
	 */
	public Listed<Government> page(EditionYear year, String section, int page, Person by) {
		by.requireOversight();
		int found = jdbc.sql(KNOWN + "select count(*) from missing where section = :section")
			.param("year", year.value())
			.param("section", section)
			.query(Integer.class)
			.single();
		int shown = Math.min(Math.max(page, 1), Math.max(1, (found + Listed.SIZE - 1) / Listed.SIZE));
		List<Government> listed = jdbc
			.sql(KNOWN
					+ """
							select government, name, section, last from missing join government_name on government_name.id = government
							where section = :section order by lower(name), government limit :size offset :skipped""")
			.param("year", year.value())
			.param("section", section)
			.param("size", Listed.SIZE)
			.param("skipped", (shown - 1) * Listed.SIZE)
			.query((row, number) -> new Government(new GovernmentId(row.getObject("government", UUID.class)),
					row.getString("name"), row.getString("section"), new EditionYear(row.getInt("last"))))
			.list();
		return new Listed<>(listed, shown, found, false);
	}

}
