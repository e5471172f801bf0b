package org.calltolocalaction.kernel.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who did what, when and why. Every change of state is written here, in the transaction
 * that makes the change; entries are only ever added. Personal values stand beside them,
 * so that they can be erased without changing what happened.
 */
@Component
public class AuditTrail {

	private static final String ENTRY = """
			with entry as (
			    insert into audit_entry (kind, about, at, who, facts, personal, hashes)
			    values (:kind, :about, :at, :who, :facts::jsonb, :names, :hashes::jsonb) returning id)""";

	private static final String BESIDE = """
			insert into audit_personal (entry, facts, salts)
			select id, :personal::jsonb, :salts::jsonb from entry where cardinality(:names::text[]) > 0""";

	private static final String RECORD = ENTRY + ", beside as (" + BESIDE + ") select id from entry";

	/** What is done at once may not answer. */
	private static final String RECORD_MANY = ENTRY + " " + BESIDE;

	private static final String READ = """
			select id, kind, about, at, who, audit_entry.facts, personal as names, audit_personal.facts as personal,
			erased_at, erased_by
			from audit_entry left join audit_personal on entry = id
			left join (select erasure.entry as gone, act.at as erased_at, act.who as erased_by
			from audit_erasure erasure join audit_entry act on act.id = erasure.act) as erasing on gone = id\s""";

	private static final TypeReference<TreeMap<String, Object>> VALUES = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations manyAtOnce;

	private final JsonMapper json;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AuditTrail(JdbcClient jdbc, NamedParameterJdbcOperations manyAtOnce, JsonMapper json,
			ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.manyAtOnce = manyAtOnce;
		this.json = json;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Writes down what happens in this transaction. Whoever keeps something beside what
	 * is changed hears of the entry as an event.
	 * @return by what the entry is found, and its place in a checkpoint proved
	 */
	public EntryId record(AuditEntry entry) {
		EntryId id = jdbc.sql(RECORD)
			.paramSource(row(entry))
			.query((row, number) -> new EntryId(row.getLong("id")))
			.single();
		events.publishEvent(entry);
		return id;
	}

	/**
	 * The same of what one act has for many: in this order, and without asking the
	 * database for each.
	 */
	public void recordAll(List<AuditEntry> entries) {
		if (entries.isEmpty()) {
			return;
		}
		manyAtOnce.batchUpdate(RECORD_MANY, entries.stream().map(this::row).toArray(SqlParameterSource[]::new));
		entries.forEach(events::publishEvent);
	}

	private SqlParameterSource row(AuditEntry entry) {
		Map<String, SaltedHash> hashes = entry.personal()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, value -> SaltedHash.of(value.getValue())));
		return new MapSqlParameterSource().addValue("kind", entry.kind())
			.addValue("about", entry.about())
			.addValue("at", clock.instant().atOffset(ZoneOffset.UTC))
			.addValue("who", entry.who().orElse(null))
			.addValue("facts", written(entry.facts()))
			.addValue("personal", written(entry.personal()))
			.addValue("names", entry.personal().keySet().stream().sorted().toArray(String[]::new))
			.addValue("hashes", written(of(hashes, SaltedHash::hash)))
			.addValue("salts", written(of(hashes, SaltedHash::salt)));
	}

	/**
	 * All that happened to something, oldest first.
	 * @param about an identifier, such as a pledge's reference
	 */
	public List<RecordedEntry> of(Record about) {
		return jdbc.sql(READ + "where about = ? order by id").param(about.toString()).query(this::read).list();
	}

	/** The newest entries of one kind about something, the newest first. */
	public List<RecordedEntry> newest(Record about, String kind, int most) {
		return jdbc.sql(READ + "where about = ? and kind = ? order by id desc limit ?")
			.params(about.toString(), kind, most)
			.query(this::read)
			.list();
	}

	/** The newest entry of one kind about each of these; none where there is none. */
	public <T extends Record> Map<T, RecordedEntry> newestOfEach(String kind, Collection<T> abouts) {
		Map<String, T> byName = abouts.stream().collect(Collectors.toMap(Record::toString, Function.identity()));
		return jdbc
			.sql(READ
					+ "where id in (select max(id) from audit_entry where kind = ? and about = any (?) group by about)")
			.params(kind, byName.keySet().toArray(String[]::new))
			.query(this::read)
			.list()
			.stream()
			.collect(Collectors.toMap(entry -> byName.get(entry.about()), Function.identity()));
	}

	/** These entries, the newest first. */
	public List<RecordedEntry> all(Collection<EntryId> ids) {
		return jdbc.sql(READ + "where id = any (?) order by at desc, id desc")
			.param(ids.stream().map(EntryId::value).toArray(Long[]::new))
			.query(this::read)
			.list();
	}

	/**
	 * What happened of these kinds to these between two instants, oldest first.
	 * @param abouts identifiers as they are written, such as a pledge's reference
	 */
	public List<RecordedEntry> between(Instant from, Instant until, Collection<String> kinds,
			Collection<String> abouts) {
		return jdbc.sql(READ + "where about = any (?) and kind = any (?) and at >= ? and at < ? order by id")
			.params(abouts.toArray(String[]::new), kinds.toArray(String[]::new), from.atOffset(ZoneOffset.UTC),
					until.atOffset(ZoneOffset.UTC))
			.query(this::read)
			.list();
	}

	/**
	 * The first entry of one of these kinds about something that has this fact, without
	 * reading the others.
	 */
	public Optional<EntryId> find(Record about, Collection<String> kinds, String fact, String value) {
		return jdbc.sql("""
				select id from audit_entry where about = ? and kind = any (?) and facts ->> ? = ?
				order by id limit 1""")
			.params(about.toString(), kinds.toArray(String[]::new), fact, value)
			.query((row, number) -> new EntryId(row.getLong("id")))
			.optional();
	}

	/**
	 * When each of these saw this kind of act last; those that never did are left out.
	 */
	public <T extends Record> Map<T, Instant> latest(String kind, Collection<T> abouts) {
		Map<String, T> byName = abouts.stream().collect(Collectors.toMap(Record::toString, Function.identity()));
		Map<T, Instant> latest = new HashMap<>();
		jdbc.sql("select about, max(at) as at from audit_entry where kind = ? and about = any (?) group by about")
			.params(kind, byName.keySet().toArray(String[]::new))
			.query(row -> {
				latest.put(byName.get(row.getString("about")), row.getTimestamp("at").toInstant());
			});
		return latest;
	}

	private RecordedEntry read(ResultSet row, int number) throws SQLException {
		Map<String, Object> personal = values(row.getString("personal"));
		Set<String> erased = Stream.of((String[]) row.getArray("names").getArray())
			.filter(name -> !personal.containsKey(name))
			.collect(Collectors.toUnmodifiableSet());
		return new RecordedEntry(new EntryId(row.getLong("id")), row.getString("kind"), row.getString("about"),
				row.getTimestamp("at").toInstant(), Optional.ofNullable(row.getObject("who", UUID.class)),
				values(row.getString("facts")), personal, erased, erasure(row));
	}

	private static Optional<RecordedEntry.Erasure> erasure(ResultSet row) throws SQLException {
		Timestamp at = row.getTimestamp("erased_at");
		UUID by = row.getObject("erased_by", UUID.class);
		return at == null || by == null ? Optional.empty() : Optional.of(new RecordedEntry.Erasure(at.toInstant(), by));
	}

	private Map<String, Object> values(String stored) {
		return stored == null ? Map.of() : Collections.unmodifiableMap(json.readValue(stored, VALUES));
	}

	private static Map<String, Object> of(Map<String, SaltedHash> hashes, Function<SaltedHash, String> part) {
		return hashes.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, hash -> part.apply(hash.getValue())));
	}

	// Sorted, so that the same act is always the same text.
	private String written(Map<String, Object> values) {
		return json.writeValueAsString(new TreeMap<>(values));
	}

}
