package org.calltolocalaction.coordination.consistency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The checks there were, and the one that is under way. */
@Repository
class Checks {

	/** A check that has said nothing for so long died with its node. */
	private static final Duration SILENCE = Duration.ofMinutes(10);

	/** Older ones are forgotten. */
	private static final int MOST_KEPT = 20;

	private static final TypeReference<Map<Difference, Integer>> COUNTS = new TypeReference<>() {
	};

	private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	Checks(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** Nothing where one is under way already. */
	@Transactional
	Optional<CheckId> begin(AccountId by) {
		CheckId id = CheckId.random();
		jdbc.sql(
				"update consistency_run set ended_at = :now, broken = true where ended_at is null and seen_at < :silent")
			.param("now", now())
			.param("silent", now().minus(SILENCE))
			.update();
		int begun = jdbc.sql("""
				insert into consistency_run (id, began_at, began_by, seen_at) values (:id, :now, :by, :now)
				on conflict do nothing""").param("id", id.value()).param("now", now()).param("by", by.value()).update();
		jdbc.sql("""
				delete from consistency_run where ended_at is not null and id not in (
				select id from consistency_run order by number desc limit ?)""").param(MOST_KEPT).update();
		return begun == 1 ? Optional.of(id) : Optional.empty();
	}

	/** It is still at work. */
	@Transactional
	void seen(CheckId id) {
		jdbc.sql("update consistency_run set seen_at = ? where id = ?").params(now(), id.value()).update();
	}

	@Transactional
	void ended(CheckId id, boolean broken, Map<Difference, Integer> counts, List<Finding> findings) {
		jdbc.sql("""
				update consistency_run set ended_at = :now, broken = :broken, counts = :counts::jsonb,
				findings = :findings::jsonb where id = :id and ended_at is null""")
			.param("now", now())
			.param("broken", broken)
			.param("counts", json.writeValueAsString(counts))
			.param("findings", json.writeValueAsString(findings))
			.param("id", id.value())
			.update();
	}

	/** The one that began last. */
	@Transactional(readOnly = true)
	Optional<Check> newest() {
		return jdbc.sql("select * from consistency_run order by number desc limit 1").query(this::read).optional();
	}

	private Check read(ResultSet row, int number) throws SQLException {
		return new Check(new CheckId(row.getObject("id", UUID.class)), row.getTimestamp("began_at").toInstant(),
				new AccountId(row.getObject("began_by", UUID.class)),
				Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant), row.getBoolean("broken"),
				json.readValue(row.getString("counts"), COUNTS), json.readValue(row.getString("findings"), FINDINGS));
	}

	private OffsetDateTime now() {
		return clock.instant().atOffset(ZoneOffset.UTC);
	}

}
