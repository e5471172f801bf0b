package org.calltolocalaction.kernel.audit.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.calltolocalaction.kernel.audit.EntryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the entries stand, and the roots of all complete subtrees above them. */
@Component
class StoredTree implements MerkleTree.Nodes {

	private final JdbcClient jdbc;

	StoredTree(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Leaves and nodes that are to be kept. */
	static final class Grown implements GrowingTree.Completed {

		private final List<Long> places = new ArrayList<>();

		private final List<String> leaves = new ArrayList<>();

		private final List<Integer> levels = new ArrayList<>();

		private final List<Long> nodePlaces = new ArrayList<>();

		private final List<String> nodes = new ArrayList<>();

		@Override
		public void node(int level, long place, TreeHash hash) {
			if (level == 0) {
				places.add(place);
				leaves.add(hash.hex());
				return;
			}
			levels.add(level);
			nodePlaces.add(place);
			nodes.add(hash.hex());
		}

	}

	/**
	 * @param entries in the order of their leaves
	 */
	void add(List<EntryId> entries, Grown grown) {
		jdbc.sql("""
				insert into audit_leaf (place, entry, hash)
				select place, entry, decode(hash, 'hex')
				from unnest(?::bigint[], ?::bigint[], ?::text[]) as leaf (place, entry, hash)""")
			.params(grown.places.toArray(Long[]::new), entries.stream().map(EntryId::value).toArray(Long[]::new),
					grown.leaves.toArray(String[]::new))
			.update();
		jdbc.sql("""
				insert into audit_node (level, place, hash)
				select level, place, decode(hash, 'hex')
				from unnest(?::int[], ?::bigint[], ?::text[]) as node (level, place, hash)""")
			.params(grown.levels.toArray(Integer[]::new), grown.nodePlaces.toArray(Long[]::new),
					grown.nodes.toArray(String[]::new))
			.update();
	}

	/** Which leaf an entry is; none while it waits for a checkpoint. */
	OptionalLong placeOf(EntryId entry) {
		return jdbc.sql("select place from audit_leaf where entry = ?")
			.param(entry.value())
			.query(Long.class)
			.optional()
			.map(OptionalLong::of)
			.orElseGet(OptionalLong::empty);
	}

	Set<EntryId> among(Collection<EntryId> entries) {
		return jdbc.sql("select entry from audit_leaf where entry = any (?)")
			.param(entries.stream().map(EntryId::value).toArray(Long[]::new))
			.query((row, number) -> new EntryId(row.getLong("entry")))
			.set();
	}

	@Override
	public TreeHash at(int level, long place) {
		return level == 0
				? jdbc.sql("select hash from audit_leaf where place = ?").param(place).query(this::read).single()
				: jdbc.sql("select hash from audit_node where level = ? and place = ?")
					.params(level, place)
					.query(this::read)
					.single();
	}

	private TreeHash read(ResultSet row, int number) throws SQLException {
		return TreeHash.of(row.getBytes("hash"));
	}

}
