package org.calltolocalaction.kernel.audit.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.audit.SaltedHash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads entries as they are hashed. */
@Component
class HashedEntries {

	/**
	 * What other transactions have not committed yet is not seen here, and waits for the
	 * next.
	 */
	private static final String TAKE = """
			with taken as (
			    delete from audit_waiting where entry in (select entry from audit_waiting order by entry limit ?)
			    returning entry)
			select audit_entry.* from audit_entry join taken on entry = id order by id""";

	private static final String READ = """
			select place, leaf.entry, leaf.hash as leaf, audit_entry.*, beside.facts as beside, salts
			from audit_leaf leaf
			    left join audit_entry on id = leaf.entry left join audit_personal beside on beside.entry = id
			where place >= ? order by place limit ?""";

	private static final TypeReference<TreeMap<String, Object>> VALUES = new TypeReference<>() {
	};

	private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	HashedEntries(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * An entry in its place.
	 *
	 * @param leaf what was hashed when it was taken
	 * @param entry as it is now; empty where somebody took it away
	 * @param besideFits whether the personal values that are still there are those that
	 * were hashed
	 */
	record Placed(long place, EntryId id, TreeHash leaf, Optional<HashedEntry> entry, boolean besideFits) {
	}

	/** Takes what waits for a checkpoint, oldest first, at most so many. */
	List<HashedEntry> takeWaiting(int most) {
		return jdbc.sql(TAKE).param(most).query((row, number) -> entry(row)).list();
	}

	/** Those from a place on, at most so many. */
	List<Placed> from(long place, int most) {
		return jdbc.sql(READ).params(place, most).query((row, number) -> placed(row)).list();
	}

	/**
	 * Those that are in no checkpoint and wait for none, from an entry on: nobody but the
	 * database's owner can bring one there.
	 */
	Optional<EntryId> strayFrom(EntryId first) {
		return jdbc.sql("""
				select id from audit_entry where id >= ?
				and not exists (select from audit_leaf where entry = id)
				and not exists (select from audit_waiting where entry = id) order by id limit 1""")
			.param(first.value())
			.query((row, number) -> new EntryId(row.getLong("id")))
			.optional();
	}

	private Placed placed(ResultSet row) throws SQLException {
		Optional<HashedEntry> entry = row.getString("kind") == null ? Optional.empty() : Optional.of(entry(row));
		return new Placed(row.getLong("place"), new EntryId(row.getLong("entry")), TreeHash.of(row.getBytes("leaf")),
				entry, entry.isEmpty() || besideFits(row, entry.get()));
	}

	private boolean besideFits(ResultSet row, HashedEntry entry) throws SQLException {
		String beside = row.getString("beside");
		if (beside == null) {
			return true;
		}
		Map<String, String> salts = json.readValue(row.getString("salts"), TEXTS);
		return json.readValue(beside, VALUES)
			.entrySet()
			.stream()
			.allMatch(value -> fits(entry.personal(), value.getKey(), salts.get(value.getKey()), value.getValue()));
	}

	// A value without hash was written by a desk that knew none; a name that the entry
	// does not know was put there since.
	private static boolean fits(Map<String, @Nullable String> hashes, String name, @Nullable String salt,
			Object value) {
		String hash = hashes.get(name);
		return hash == null ? hashes.containsKey(name) : salt != null && new SaltedHash(salt, hash).fits(value);
	}

	private HashedEntry entry(ResultSet row) throws SQLException {
		Map<String, String> hashes = json.readValue(row.getString("hashes"), TEXTS);
		Map<String, @Nullable String> personal = new TreeMap<>();
		for (String name : (String[]) row.getArray("personal").getArray()) {
			personal.put(name, hashes.get(name));
		}
		return new HashedEntry(new EntryId(row.getLong("id")), row.getString("kind"), row.getString("about"),
				row.getTimestamp("at").toInstant(), Optional.ofNullable(row.getObject("who", UUID.class)),
				json.readValue(row.getString("facts"), VALUES), personal);
	}

}
