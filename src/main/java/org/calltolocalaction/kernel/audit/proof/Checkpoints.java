package org.calltolocalaction.kernel.audit.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that were made. */
@Component
public class Checkpoints {

	/** Up to how many entries are counted that wait for the next one. */
	public static final long COUNTED = 10_000;

	private final JdbcClient jdbc;

	Checkpoints(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What the trail is held to today; empty before the first entry. */
	public Optional<Checkpoint> newest() {
		return jdbc.sql("select * from audit_checkpoint order by number desc limit 1").query(this::read).optional();
	}

	public Optional<Checkpoint> find(CheckpointNumber number) {
		return jdbc.sql("select * from audit_checkpoint where number = ?")
			.param(number.value())
			.query(this::read)
			.optional();
	}

	/** The first one that covers at least so many entries. */
	public Optional<Checkpoint> covering(long size) {
		return jdbc.sql("select * from audit_checkpoint where size >= ? order by size limit 1")
			.param(size)
			.query(this::read)
			.optional();
	}

	/** Those that end within these entries, oldest first. */
	List<Checkpoint> between(long moreThan, long atMost) {
		return jdbc.sql("select * from audit_checkpoint where size > ? and size <= ? order by size")
			.params(moreThan, atMost)
			.query(this::read)
			.list();
	}

	/**
	 * How many entries wait for the next one: one more than {@link #COUNTED} where there
	 * are more.
	 */
	public long waiting() {
		return jdbc.sql("select count(*) from (select from audit_waiting limit ?) as counted")
			.param(COUNTED + 1)
			.query(Long.class)
			.single();
	}

	void add(Checkpoint made) {
		jdbc.sql("insert into audit_checkpoint (number, size, root, previous, at) values (?, ?, ?, ?, ?)")
			.param(made.number())
			.param(made.size())
			.param(made.root().bytes())
			.param(made.previous().map(TreeHash::bytes).orElse(null))
			.param(made.at().atOffset(ZoneOffset.UTC))
			.update();
	}

	private Checkpoint read(ResultSet row, int number) throws SQLException {
		return new Checkpoint(row.getLong("number"), row.getLong("size"), TreeHash.of(row.getBytes("root")),
				Optional.ofNullable(row.getBytes("previous")).map(TreeHash::of), row.getTimestamp("at").toInstant());
	}

}
