package org.calltolocalaction.kernel.lock;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Advisory locks of the database, held to the end of the transaction, committed or not.
 * What was read before the lock was given may have changed meanwhile: look after it.
 * Taking one a second time does nothing. In which order several are taken says
 * {@link LockSpace}.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TransactionLocks {

	private final JdbcClient jdbc;

	TransactionLocks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Waits until no other transaction has the lock on the whole of it. */
	public void take(LockSpace whole) {
		take(whole, "");
	}

	/** Waits until no other transaction has the lock on this one. */
	public void take(LockSpace space, Object about) {
		lock("pg_advisory_xact_lock", space, about);
	}

	/** The same of several, in this order. */
	public void takeAll(LockSpace space, List<?> abouts) {
		jdbc.sql("select pg_advisory_xact_lock(hashtextextended(key, ?)) from unnest(?) as wanted (key)")
			.params(space.seed(), abouts.stream().map(space::key).toArray(String[]::new))
			.query()
			.listOfRows();
	}

	/**
	 * Waits until no other transaction has taken the lock on the whole of it; any number
	 * may share it.
	 */
	public void share(LockSpace whole) {
		lock("pg_advisory_xact_lock_shared", whole, "");
	}

	private void lock(String how, LockSpace space, Object about) {
		jdbc.sql("select " + how + "(hashtextextended(?, ?))")
			.params(space.key(about), space.seed())
			.query()
			.listOfRows();
	}

}
