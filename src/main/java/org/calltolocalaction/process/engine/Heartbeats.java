package org.calltolocalaction.process.engine;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desks that run on this database, and their jobs. The engine locks a job for five
 * minutes under its node's name and knows nothing of that node; here the jobs of a node
 * that was silent for a minute are given back. Every time is the database's: the clocks
 * of two machines differ.
 */
@Repository
public class Heartbeats {

	private final JdbcClient jdbc;

	Heartbeats(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A node that is gone. */
	record Gone(String owner, String host, int silentSeconds, int jobs) {
	}

	/** A node begins, under a name that no other ever had. */
	@Transactional
	void begin(String owner, String host) {
		jdbc.sql("""
				insert into engine_node (lock_owner, host, started_at, seen_at, steady_since)
				values (?, ?, now(), now(), now())""").params(owner, host).update();
	}

	/**
	 * The node is there. One that has been silent for long, because it or the database
	 * stood still, starts to be steady anew: for a minute it judges nobody, since all
	 * others may have been kept from saying anything by the same.
	 * @return false where somebody has declared it gone meanwhile
	 */
	@Transactional
	boolean beat(String owner) {
		return jdbc.sql("""
				update engine_node set seen_at = now(), steady_since =
				case when seen_at < now() - interval '30 seconds' then now() else steady_since end
				where lock_owner = ?""").param(owner).update() == 1;
	}

	/**
	 * Whether the node may lock jobs: it is known and stays so until the transaction
	 * ends, so that no job is locked in the name of a node that has just been declared
	 * gone.
	 */
	boolean holds(String owner) {
		return jdbc.sql("select true from engine_node where lock_owner = ? for key share")
			.param(owner)
			.query(Boolean.class)
			.optional()
			.isPresent();
	}

	/** Whether the job is locked by one of these. */
	boolean owns(List<String> owners, String job) {
		return jdbc.sql("select true from act_ru_job where id_ = :job and lock_owner_ in (:owners)")
			.param("job", job)
			.param("owners", owners)
			.query(Boolean.class)
			.optional()
			.isPresent();
	}

	/**
	 * Declares gone whoever has said nothing for a minute, and gives their jobs back; of
	 * two who do it at once one does.
	 */
	@Transactional
	List<Gone> releaseGone(String judge) {
		List<Gone> gone = jdbc.sql("""
				delete from engine_node gone where seen_at < now() - interval '1 minute' and exists (
				select from engine_node judge where judge.lock_owner = ?
				and (judge.steady_since = judge.started_at or judge.steady_since < now() - interval '1 minute'))
				returning lock_owner, host, extract(epoch from now() - seen_at)::int as silent""")
			.param(judge)
			.query((row, number) -> new Gone(row.getString("lock_owner"), row.getString("host"), row.getInt("silent"),
					0))
			.list();
		return gone.stream()
			.map(node -> new Gone(node.owner(), node.host(), node.silentSeconds(), giveBack(node.owner())))
			.toList();
	}

	/** The node ends: whatever it has locked and not done is anybody's. */
	@Transactional
	int end(String owner) {
		jdbc.sql("delete from engine_node where lock_owner = ?").param(owner).update();
		return giveBack(owner);
	}

	// The revision stays: whoever takes the job raises it, and one who was only slow then
	// fails at the commit.
	private int giveBack(String owner) {
		return jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = ?")
			.param(owner)
			.update();
	}

}
