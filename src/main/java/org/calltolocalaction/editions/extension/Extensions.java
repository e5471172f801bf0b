package org.calltolocalaction.editions.extension;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.kernel.NotFound;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All extensions that were ever granted; each of one holder. */
@Repository
@Transactional(readOnly = true)
public class Extensions {

	private static final String LAW = "id, edition_year, government, pledge, until_local, until_zone, until_offset, ended_at";

	private static final String INSERT = """
			insert into extension (id, edition_year, government, pledge, until_local, until_zone, until_offset, reason,
			granted_by, granted_at) values (?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?)""";

	private final JdbcClient jdbc;

	private final JdbcOperations manyAtOnce;

	Extensions(JdbcClient jdbc, JdbcOperations manyAtOnce) {
		this.jdbc = jdbc;
		this.manyAtOnce = manyAtOnce;
	}

	/** What the law of the deadline has to know of all of them. */
	public List<Extension> all() {
		return jdbc.sql("select " + LAW + " from extension").query(Extensions::extension).list();
	}

	/** Of one edition, the newest first. */
	public List<GrantedExtension> of(EditionYear edition) {
		return jdbc
			.sql("select " + LAW + ", reason, granted_by, granted_at from extension where edition_year = ? "
					+ "order by granted_at desc, id")
			.param(edition.value())
			.query(Extensions::granted)
			.list();
	}

	/** What these have of one edition that runs at that instant; the longest first. */
	public List<GrantedExtension> running(EditionYear edition, Collection<Holder> holders, Instant now) {
		return running(edition, now).stream().filter(one -> holders.contains(one.extension().holder())).toList();
	}

	/** What runs of one edition at that instant; the longest first. */
	public List<GrantedExtension> running(EditionYear edition, Instant now) {
		return of(edition).stream()
			.filter(one -> one.extension().runs(now))
			.sorted((one, other) -> other.extension().until().instant().compareTo(one.extension().until().instant()))
			.toList();
	}

	public GrantedExtension extension(ExtensionId id) {
		return find(id).orElseThrow(() -> new NotFound("Extension " + id));
	}

	public Optional<GrantedExtension> find(ExtensionId id) {
		return jdbc.sql("select " + LAW + ", reason, granted_by, granted_at from extension where id = ?")
			.param(id.value())
			.query(Extensions::granted)
			.optional();
	}

	@Transactional(propagation = Propagation.MANDATORY)
	void addAll(Collection<GrantedExtension> granted) {
		manyAtOnce.batchUpdate(INSERT, granted.stream().map(Extensions::row).toList());
	}

	private static Object[] row(GrantedExtension granted) {
		Extension extension = granted.extension();
		boolean pledge = extension.holder().isPledge();
		return Arrays
			.asList(extension.id().value(), extension.edition().value(), pledge ? null : extension.holder().id(),
					pledge ? extension.holder().id() : null, extension.until().local(),
					extension.until().zone().getId(), extension.until().offset().getId(), granted.reason(),
					granted.grantedBy().value(), granted.grantedAt().atOffset(ZoneOffset.UTC))
			.toArray();
	}

	/** What this one has, running or over. */
	public List<Extension> of(Holder holder) {
		return jdbc
			.sql("select " + LAW + " from extension where government = ?::uuid or pledge = ? order by granted_at, id")
			.params(Arrays.asList(holder.isPledge() ? null : holder.id(), holder.isPledge() ? holder.id() : null))
			.query(Extensions::extension)
			.list();
	}

	@Transactional(propagation = Propagation.MANDATORY)
	void move(Holder from, Holder into) {
		jdbc.sql("update extension set government = ?::uuid where government = ?::uuid")
			.params(into.id(), from.id())
			.update();
	}

	@Transactional(propagation = Propagation.MANDATORY)
	void end(Extension ended) {
		jdbc.sql("update extension set ended_at = ? where id = ? and ended_at is null")
			.params(ended.endedAt().orElseThrow().atOffset(ZoneOffset.UTC), ended.id().value())
			.update();
	}

	/**
	 * Of those that were granted by one of these entries of the trail, or as a part of
	 * one.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void eraseReasons(Collection<Long> entries) {
		jdbc.sql("""
				update extension set reason = '' where reason <> '' and id in (
				select (facts ->> 'extension')::uuid from trail_entry
				where kind = 'edition.extension-granted' and id = any (:entries)
				union all
				select (granted.facts ->> 'extension')::uuid
				from trail_entry act join trail_entry granted on granted.about = act.about
				and granted.kind = 'edition.extension-granted' and granted.facts ->> 'act' = act.id::text
				where act.kind = 'edition.pledges-extended' and act.id = any (:entries))""")
			.param("entries", entries.toArray(Long[]::new))
			.update();
	}

	private static GrantedExtension granted(ResultSet row, int number) throws SQLException {
		return new GrantedExtension(extension(row, number), row.getString("reason"),
				new AccountId(row.getObject("granted_by", UUID.class)),
				row.getObject("granted_at", OffsetDateTime.class).toInstant());
	}

	private static Extension extension(ResultSet row, int number) throws SQLException {
		String pledge = row.getString("pledge");
		Holder holder = pledge == null ? Holder.government(row.getObject("government", UUID.class))
				: Holder.pledge(pledge);
		Deadline until = new Deadline(row.getObject("until_local", LocalDateTime.class),
				ZoneId.of(row.getString("until_zone")), Duration.ZERO, ZoneOffset.of(row.getString("until_offset")));
		return new Extension(new ExtensionId(row.getObject("id", UUID.class)),
				new EditionYear(row.getInt("edition_year")), holder, until,
				Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
	}

}
