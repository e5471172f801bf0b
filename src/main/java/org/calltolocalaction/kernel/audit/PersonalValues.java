package org.calltolocalaction.kernel.audit;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.calltolocalaction.kernel.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what persons wrote on the trail, and by what they can be known, and erases it.
 * The entries stay as they were hashed; the database erases nothing of an entry that no
 * act on the trail names.
 */
@Component
@Transactional(readOnly = true)
public class PersonalValues {

	// What they wrote, what is kept of their accounts, and where an address is theirs.
	private static final String OF_A_PERSON = """
			select entry from audit_personal where entry in (
			select id from audit_entry where who = any (:accounts)
			union all select id from audit_entry where about = any (:names)
			union all select entry from audit_personal where facts ->> 'email' = any (:emails))
			order by entry""";

	private final JdbcClient jdbc;

	PersonalValues(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Values that are still there.
	 *
	 * @param byName how many there are under each name
	 */
	public record Found(List<EntryId> entries, Map<String, Integer> byName) {

		public int values() {
			return byName.values().stream().mapToInt(Integer::intValue).sum();
		}

		/** Another one where something else would be erased. */
		public String fingerprint() {
			return Sha256.of((entries + " " + byName).getBytes(StandardCharsets.UTF_8));
		}

	}

	/** Those of one entry. */
	public Found of(EntryId entry) {
		return found(jdbc.sql("select entry from audit_personal where entry = ?")
			.param(entry.value())
			.query(Long.class)
			.list());
	}

	/**
	 * Those that a person wrote under these accounts, that stand with what happened to
	 * the accounts, and that are one of these addresses.
	 */
	public Found of(Collection<UUID> accounts, Collection<String> emails) {
		return found(jdbc.sql(OF_A_PERSON)
			.param("accounts", accounts.toArray(UUID[]::new))
			.param("names", accounts.stream().map(UUID::toString).toArray(String[]::new))
			.param("emails", emails.toArray(String[]::new))
			.query(Long.class)
			.list());
	}

	/**
	 * Erases these, by an act that stands on the trail already.
	 * @param act an entry of the kind {@code personal.erased} that names them as
	 * {@code entries}
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void erase(Found found, EntryId act) {
		Long[] entries = found.entries().stream().map(EntryId::value).toArray(Long[]::new);
		jdbc.sql("insert into audit_erasure (entry, act) select entry, ? from unnest(?::bigint[]) as gone (entry)")
			.params(act.value(), entries)
			.update();
		jdbc.sql("delete from audit_personal where entry = any (?)").param(entries).update();
	}

	private Found found(List<Long> entries) {
		Map<String, Integer> byName = new TreeMap<>();
		jdbc.sql("""
				select name, count(*) as number from audit_personal, jsonb_object_keys(facts) as name
				where entry = any (?) group by name""").param(entries.toArray(Long[]::new)).query(row -> {
			byName.put(row.getString("name"), row.getInt("number"));
		});
		return new Found(entries.stream().map(EntryId::new).toList(), byName);
	}

}
