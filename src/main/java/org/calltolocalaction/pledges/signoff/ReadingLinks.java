package org.calltolocalaction.pledges.signoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reading links that are open. Who makes or revokes one holds the pledge's row. */
@Component
public class ReadingLinks {

	private final ReadingLimits limits;

	private final JdbcClient jdbc;

	private final Clock clock;

	ReadingLinks(ReadingLimits limits, JdbcClient jdbc, Clock clock) {
		this.limits = limits;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	ReadingLink keep(PledgeReference reference, ReadingToken token, AccountId by) {
		Instant now = clock.instant();
		ReadingLink link = new ReadingLink(ReadingLinkId.random(), reference, now, by, now.plus(limits.lifetime()));
		jdbc.sql("""
				insert into reading_link (id, reference, token_sha256, created_at, created_by, expires_at)
				values (?, ?, ?, ?, ?, ?)""")
			.params(link.id().value(), reference.value(), token.sha256(), utc(now), by.value(), utc(link.expiresAt()))
			.update();
		return link;
	}

	/** The link with this secret, while it is open. */
	Optional<ReadingLink> open(ReadingToken token) {
		return jdbc.sql("select * from reading_link where token_sha256 = ? and ended_at is null and expires_at > ?")
			.params(token.sha256(), utc(clock.instant()))
			.query(ReadingLinks::read)
			.optional();
	}

	/** Those of a pledge that are open, oldest first. */
	List<ReadingLink> openOf(PledgeReference reference) {
		return jdbc.sql("""
				select * from reading_link where reference = ? and ended_at is null and expires_at > ?
				order by created_at, id""")
			.params(reference.value(), utc(clock.instant()))
			.query(ReadingLinks::read)
			.list();
	}

	/** Says whether it was open. */
	boolean revoke(PledgeReference reference, ReadingLinkId id, AccountId by) {
		return end("id = ? and reference = ?", by, id.value(), reference.value()) == 1;
	}

	/** The draft is none any more, and so nobody reads it by a link. */
	public void endAllOf(PledgeReference reference) {
		end("reference = ?", null, reference.value());
	}

	/** Which pledges are open to readers by links that this person made, in one order. */
	List<PledgeReference> pledgesReadBy(AccountId maker) {
		return jdbc.sql("""
				select distinct reference from reading_link
				where created_by = ? and ended_at is null and expires_at > ? order by reference""")
			.params(maker.value(), utc(clock.instant()))
			.query((row, number) -> new PledgeReference(row.getString("reference")))
			.list();
	}

	/** Those of the pledge that this person made; which were open until now. */
	List<ReadingLinkId> endThoseOf(PledgeReference reference, AccountId maker, AccountId by) {
		OffsetDateTime now = utc(clock.instant());
		return jdbc.sql("""
				update reading_link set ended_at = ?, ended_by = ?
				where reference = ? and created_by = ? and ended_at is null and expires_at > ? returning id""")
			.params(now, by.value(), reference.value(), maker.value(), now)
			.query((row, number) -> new ReadingLinkId(row.getObject("id", UUID.class)))
			.list();
	}

	/** Whether one link may not say anything any more, because it did so often. */
	boolean exhausted(ReadingLink link) {
		return jdbc.sql("select count(*) from sign_off where link = ?")
			.param(link.id().value())
			.query(Long.class)
			.single() >= limits.answersOfLink();
	}

	private int end(String which, @Nullable AccountId by, Object... of) {
		Object[] all = new Object[of.length + 2];
		all[0] = utc(clock.instant());
		all[1] = by == null ? null : by.value();
		System.arraycopy(of, 0, all, 2, of.length);
		return jdbc.sql("update reading_link set ended_at = ?, ended_by = ? where ended_at is null and " + which)
			.params(Arrays.asList(all))
			.update();
	}

	private static ReadingLink read(ResultSet row, int number) throws SQLException {
		return new ReadingLink(new ReadingLinkId(row.getObject("id", UUID.class)),
				new PledgeReference(row.getString("reference")), row.getTimestamp("created_at").toInstant(),
				new AccountId(row.getObject("created_by", UUID.class)), row.getTimestamp("expires_at").toInstant());
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
