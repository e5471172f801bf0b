package org.calltolocalaction.reviews.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.address.WorklistOrder;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every search that was saved and not removed. */
@Component
public class SavedSearches {

	private static final String SEARCHES = """
			select id, owner, name, tab, typed, sorted_by, shared_with is not null as shared from saved_search where\s""";

	private final JdbcClient jdbc;

	SavedSearches(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The reader's own and what colleagues share with the reader's team, by name; to who
	 * looks on in the reader's place, only what is shared.
	 */
	public List<SavedSearch> offeredTo(Person reader) {
		return jdbc.sql(SEARCHES + "owner = ? or shared_with = ? order by lower(name), id")
			.params(reader.id().value(), reader.requirePartner().value())
			.query(SavedSearches::read)
			.list()
			.stream()
			.filter(search -> search.shared() || !reader.viewed())
			.toList();
	}

	Optional<SavedSearch> lock(SavedSearchId id) {
		return jdbc.sql(SEARCHES + "id = ? for update").param(id.value()).query(SavedSearches::read).optional();
	}

	int othersOf(AccountId owner, String name) {
		return jdbc.sql("select count(*) from saved_search where owner = ? and name <> ?")
			.params(owner.value(), name)
			.query(Integer.class)
			.single();
	}

	void put(SavedSearch search) {
		jdbc.sql("""
				insert into saved_search (id, owner, name, tab, typed, sorted_by) values (?, ?, ?, ?, ?, ?)
				on conflict (owner, name) do update
				set tab = excluded.tab, typed = excluded.typed, sorted_by = excluded.sorted_by""")
			.params(search.id().value(), search.owner().value(), search.name(), search.tab().name(), search.typed(),
					search.order().name())
			.update();
	}

	void shareWith(PartnerCode partner, SavedSearchId id) {
		jdbc.sql("update saved_search set shared_with = ? where id = ?").params(partner.value(), id.value()).update();
	}

	void shareWithNobody(SavedSearchId id) {
		jdbc.sql("update saved_search set shared_with = null where id = ?").param(id.value()).update();
	}

	void remove(SavedSearchId id) {
		jdbc.sql("delete from saved_search where id = ?").param(id.value()).update();
	}

	private static SavedSearch read(ResultSet row, int number) throws SQLException {
		return new SavedSearch(new SavedSearchId(row.getObject("id", UUID.class)),
				new AccountId(row.getObject("owner", UUID.class)), row.getString("name"),
				WorklistTab.valueOf(row.getString("tab")), row.getString("typed"),
				WorklistOrder.valueOf(row.getString("sorted_by")), row.getBoolean("shared"));
	}

}
