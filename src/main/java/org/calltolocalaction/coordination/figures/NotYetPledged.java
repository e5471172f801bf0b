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

	/**
	 * Those that had their first pledge until then are there, or are not there yet: kept
	 * counts both, whatever number of governments that is.
	 */
	private static final String BY_SECTION = """
			select key as section, sum(case what when 'first' then number else -number end) as number from coordination_count
			where (what = 'first' and edition between 1 and :year or what = 'present' and edition = :year) group by key""";

	/** Only one with a pledge in a later edition is asked whether it has one in this. */
	private static final String LISTED = """
			select government, name, section, (select max(edition) from coordination_presence
			where coordination_presence.section = listed.section and coordination_presence.government = listed.government
			and edition < :year) as last
			from (select section, government, government_order from coordination_government which
			where section = :section and first < :year and last <> :year and (last < :year
			or not exists (select from coordination_presence there where there.section = which.section
			and there.government = which.government and there.edition = :year))
			order by government_order, government limit :size offset :skipped) as listed
			join government_name on government_name.id = government order by government_order, government""";

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
		jdbc.sql(BY_SECTION).param("year", year.value()).query(row -> {
			bySection.put(row.getString("section"), row.getLong("number"));
		});
		bySection.values().removeIf(number -> number == 0);
		return bySection;
	}

	/**
	 * Of one section, by name.
	 * @param page from 1; beyond the last one it is the last one
	 */
	public Listed<Government> page(EditionYear year, String section, int page, Person by) {
		by.requireOversight();
		int found = bySection(year).getOrDefault(section, 0L).intValue();
		int shown = Math.min(Math.max(page, 1), Math.max(1, (found + Listed.SIZE - 1) / Listed.SIZE));
		List<Government> listed = jdbc.sql(LISTED)
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
