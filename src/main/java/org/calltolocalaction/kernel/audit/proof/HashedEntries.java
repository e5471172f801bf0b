package org.calltolocalaction.kernel.audit.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
			select place, leaf.entry, leaf.hash as leaf, audit_entry.*, beside.facts as beside, salts,
			exists (select from audit_erasure erasure where erasure.entry = leaf.entry) as erased
			from audit_leaf leaf
			    left join audit_entry on id = leaf.entry left join audit_personal beside on beside.entry = id
			where place >= ? order by place limit ?""";

	/** What each act names is looked at once for all that it erased. */
	private static final String ERASED_WITHOUT_ACT = """
			select entry from (
			    select entry, act from audit_erasure where entry >= :first
			    except
			    select named.entry::bigint, said.id
			    from (select distinct act from audit_erasure where entry >= :first) acts
			    join audit_entry said on said.id = acts.act and said.kind = 'personal.erased'
			    cross join lateral jsonb_array_elements_text(said.facts -> 'entries') as named (entry)) strays
			order by entry limit 1""";

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
	 * @param besideGone whether a personal value that was hashed is not there any more,
	 * and no act erased it
	 */
	record Placed(long place, EntryId id, TreeHash leaf, Optional<HashedEntry> entry, boolean besideFits,
			boolean besideGone) {
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

	/**
	 * Those whose personal values are said to be erased by what is no such act, from an
	 * entry on: as {@link #strayFrom} nobody but the database's owner brings that about.
	 */
	Optional<EntryId> erasedWithoutActFrom(EntryId first) {
		return jdbc.sql(ERASED_WITHOUT_ACT)
			.param("first", first.value())
			.query((row, number) -> new EntryId(row.getLong("entry")))
			.optional();
	}

	private Placed placed(ResultSet row) throws SQLException {
		Optional<HashedEntry> entry = row.getString("kind") == null ? Optional.empty() : Optional.of(entry(row));
		return new Placed(row.getLong("place"), new EntryId(row.getLong("entry")), TreeHash.of(row.getBytes("leaf")),
				entry, entry.isEmpty() || besideFits(row, entry.get()),
				entry.isPresent() && !row.getBoolean("erased") && besideGone(row, entry.get()));
	}

	// What has no hash was erased, or written, before values were hashed.
	private boolean besideGone(ResultSet row, HashedEntry entry) throws SQLException {
		String beside = row.getString("beside");
		Set<String> present = beside == null ? Set.of() : json.readValue(beside, VALUES).keySet();
		return entry.personal()
			.entrySet()
			.stream()
			.anyMatch(value -> hashed(value) && !present.contains(value.getKey()));
	}

	private static boolean hashed(Map.Entry<String, @Nullable String> value) {
		@Nullable String hash = value.getValue();
		return hash != null;
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
