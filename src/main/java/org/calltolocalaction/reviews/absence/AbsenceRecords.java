package org.calltolocalaction.reviews.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The absences as they are stored; others ask {@link Absences}. */
@Repository
public class AbsenceRecords {

	private static final String SELECT = "select id, account, deputy, begins_at, ends_at, zone from absence ";

	private final TransactionLocks locks;

	private final JdbcClient jdbc;

	AbsenceRecords(TransactionLocks locks, JdbcClient jdbc) {
		this.locks = locks;
		this.jdbc = jdbc;
	}

	/**
	 * Until the end of the transaction nobody else enters or changes an absence of this
	 * reviewer.
	 */
	public void lock(AccountId reviewer) {
		locks.take(LockSpace.ABSENCES_OF_REVIEWER, reviewer);
	}

	public Optional<Absence> find(AbsenceId id) {
		return jdbc.sql(SELECT + "where id = ?").param(id.value()).query(AbsenceRecords::read).optional();
	}

	/** Those that last on then or begin later, earliest first. */
	List<Absence> notOver(Collection<AccountId> reviewers, Instant then) {
		if (reviewers.isEmpty()) {
			return List.of();
		}
		return jdbc.sql(SELECT + "where account in (:reviewers) and ends_at > :then order by begins_at, id")
			.param("reviewers", reviewers.stream().map(AccountId::value).toList())
			.param("then", at(then))
			.query(AbsenceRecords::read)
			.list();
	}

	public boolean overlaps(Absence absence) {
		return jdbc.sql("""
				select exists (select 1 from absence where account = ? and id <> ?
				and begins_at < ? and ends_at > ?)""")
			.params(absence.reviewer().value(), absence.id().value(), at(absence.ends()), at(absence.begins()))
			.query(Boolean.class)
			.single();
	}

	public void write(Absence absence) {
		jdbc.sql("""
				insert into absence (id, account, deputy, begins_at, ends_at, zone) values (?, ?, ?, ?, ?, ?)
				on conflict (id) do update set deputy = excluded.deputy, begins_at = excluded.begins_at,
				ends_at = excluded.ends_at, zone = excluded.zone""")
			.params(absence.id().value(), absence.reviewer().value(), absence.deputy().value(), at(absence.begins()),
					at(absence.ends()), absence.zone().getId())
			.update();
	}

	public void delete(AbsenceId id) {
		jdbc.sql("delete from absence where id = ?").param(id.value()).update();
	}

	/**
	 * Of two accounts that become one; what overlaps with an absence of the other stays
	 * behind.
	 */
	public void carryOver(AccountId from, AccountId into) {
		for (String moved : List.of("""
				update absence set deputy = :into where deputy = :from and account <> :into""", """
				update absence mine set account = :into where account = :from and deputy <> :into and not exists (
				select from absence where account = :into
				and tstzrange(begins_at, ends_at) && tstzrange(mine.begins_at, mine.ends_at))""")) {
			jdbc.sql(moved).param("from", from.value()).param("into", into.value()).update();
		}
	}

	private static Absence read(ResultSet row, int number) throws SQLException {
		return new Absence(new AbsenceId(row.getObject("id", UUID.class)),
				new AccountId(row.getObject("account", UUID.class)), new AccountId(row.getObject("deputy", UUID.class)),
				row.getObject("begins_at", OffsetDateTime.class).toInstant(),
				row.getObject("ends_at", OffsetDateTime.class).toInstant(), ZoneId.of(row.getString("zone")));
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
