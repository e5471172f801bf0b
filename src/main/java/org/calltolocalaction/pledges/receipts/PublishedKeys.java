package org.calltolocalaction.pledges.receipts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.kernel.audit.Actor;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.signing.KeyId;
import org.calltolocalaction.kernel.signing.VerifyingKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * By which keys receipts were signed, now and ever. None goes: whoever has a receipt of
 * years ago can still check it.
 */
@Component
public class PublishedKeys {

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Clock clock;

	PublishedKeys(JdbcClient jdbc, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * From now on this one signs, and no other. That it is a new one stands on the trail,
	 * so that nobody adds a key unseen.
	 */
	@Transactional
	public void publish(VerifyingKey key) {
		KeyId id = key.id();
		OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
		int added = jdbc.sql("insert into signing_key (id, x, since) values (?, ?, ?) on conflict do nothing")
			.params(id.value(), key.x(), now)
			.update();
		if (added > 0) {
			audit.record(AuditEntry.of("key.published", id).by(Actor.THE_DESK).with("publicKey", key.sha256()));
		}
		jdbc.sql("""
				update signing_key set until = case when id = :id then null else cast(:now as timestamptz) end
				where (id = :id) = (until is not null)""").param("id", id.value()).param("now", now).update();
	}

	/** The newest first; there are as many as were ever configured. */
	@Transactional(readOnly = true)
	public List<PublishedKey> all() {
		return jdbc.sql("select x, since, until from signing_key order by until desc nulls first, since desc, id")
			.query(PublishedKeys::read)
			.list();
	}

	@Transactional(readOnly = true)
	public Optional<PublishedKey> find(KeyId id) {
		return jdbc.sql("select x, since, until from signing_key where id = ?")
			.param(id.value())
			.query(PublishedKeys::read)
			.optional();
	}

	private static PublishedKey read(ResultSet row, int number) throws SQLException {
		Timestamp until = row.getTimestamp("until");
		return new PublishedKey(new VerifyingKey(row.getString("x")), row.getTimestamp("since").toInstant(),
				until == null ? null : until.toInstant());
	}

}
