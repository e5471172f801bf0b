package org.calltolocalaction.coordination.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.ReadTrail;
import org.calltolocalaction.coordination.Trail;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.audit.proof.ProveEntry;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SqlCondition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds entries of the whole trail, the newest first, some at a time: by their place and
 * not by counting, so that the last page costs what the first does.
 */
@Component
@Transactional(readOnly = true)
public class SearchTrail {

	static final int PAGE = 50;

	private static final String GOVERNMENT = "government.";

	private final JdbcClient jdbc;

	private final TrailSearch search;

	private final ReadTrail trail;

	private final ProveEntry prove;

	SearchTrail(JdbcClient jdbc, TrailSearch search, ReadTrail trail, ProveEntry prove) {
		this.jdbc = jdbc;
		this.search = search;
		this.trail = trail;
		this.prove = prove;
	}

	/**
	 * Where a page begins: behind an entry, before one, or, where neither is named, at
	 * the newest.
	 */
	public record Position(Optional<EntryId> olderThan, Optional<EntryId> newerThan) {
	}

	/**
	 * @param trail the newest entry first
	 * @param governments what those are called that entries are about, by their ids
	 * @param proved which of the entries are in a checkpoint
	 * @param newer whether there are newer ones
	 * @param older whether there are older ones
	 */
	public record Found(Trail trail, Map<String, String> governments, Set<EntryId> proved, boolean newer,
			boolean older) {
	}

	public Found find(SearchQuery query, Position position, Person by) {
		by.requireOversight();
		boolean upwards = position.newerThan().isPresent();
		List<EntryId> found = ids(search.condition(query, by), position);
		boolean more = found.size() > PAGE;
		Trail page = trail.of(found.subList(0, Math.min(found.size(), PAGE)));
		return new Found(page, governments(page),
				prove.proved(page.entries().stream().map(entry -> entry.id()).toList()),
				upwards ? more : position.olderThan().isPresent(), upwards || more);
	}

	private List<EntryId> ids(SqlCondition asked, Position position) {
		List<SqlCondition> conditions = new ArrayList<>(List.of(asked));
		position.olderThan().ifPresent(entry -> conditions.add(beside("<", entry)));
		position.newerThan().ifPresent(entry -> conditions.add(beside(">", entry)));
		SqlCondition all = SqlCondition.all(conditions);
		String direction = position.newerThan().isPresent() ? "asc" : "desc";
		return jdbc
			.sql("select id from trail_entry where %s order by at %s, id %s limit %d".formatted(all.sql(), direction,
					direction, PAGE + 1))
			.params(all.parameters())
			.query((row, number) -> new EntryId(row.getLong("id")))
			.list();
	}

	private static SqlCondition beside(String side, EntryId entry) {
		return SqlCondition.of(
				"(at, id) " + side + " (select other.at, other.id from trail_entry other where other.id = ?)",
				entry.value());
	}

	private Map<String, String> governments(Trail page) {
		UUID[] ids = page.entries()
			.stream()
			.filter(entry -> entry.kind().startsWith(GOVERNMENT))
			.map(entry -> UUID.fromString(entry.about()))
			.distinct()
			.toArray(UUID[]::new);
		return jdbc.sql("select id, name from government_name where id = any (?)")
			.param(ids)
			.query((row, number) -> Map.entry(row.getString("id"), row.getString("name")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
