package org.calltolocalaction.editions.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.lock.LockSpace;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.calltolocalaction.vocabulary.Partner;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.PartnerNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The organisations that review or once did, as they stand in the database. What pages
 * and mails call them comes from memory.
 */
@Service
@Transactional(readOnly = true)
public class Partners {

	private static final String ALL = """
			select code, name_en, name_es, name_fr, short_en, short_es, short_fr, closed_at
			from partner""";

	private final JdbcClient jdbc;

	private final TransactionLocks locks;

	Partners(JdbcClient jdbc, TransactionLocks locks) {
		this.jdbc = jdbc;
		this.locks = locks;
	}

	/** In the order in which they are named. */
	public List<Partner> all(Person by) {
		by.requireOversight();
		return all();
	}

	List<Partner> all() {
		return jdbc.sql(ALL + " order by place").query(Partners::read).list();
	}

	/**
	 * @throws NotFound where there never was such a partner
	 */
	public Partner partner(Person by, PartnerCode code) {
		by.requireOversight();
		return jdbc.sql(ALL + " where code = ?")
			.param(code.value())
			.query(Partners::read)
			.optional()
			.orElseThrow(() -> new NotFound("Partner " + code));
	}

	/**
	 * Holds them as they are until the transaction ends: none of them is closed
	 * meanwhile.
	 * @throws Refused where one of them is not offered for new editions
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void requireActive(Collection<PartnerCode> wanted) {
		TreeSet<String> missing = wanted.stream()
			.map(PartnerCode::value)
			.collect(Collectors.toCollection(TreeSet::new));
		jdbc.sql("select code from partner where code = any (?) and closed_at is null order by code for share")
			.param(missing.toArray(String[]::new))
			.query(String.class)
			.list()
			.forEach(missing::remove);
		if (!missing.isEmpty()) {
			throw new Refused("editions.refused.partner-not-offered", String.join(", ", missing));
		}
	}

	/**
	 * All of them, for whoever changes one: one transaction at a time, so that no two
	 * take the same name.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	List<Partner> forChange() {
		locks.take(LockSpace.PARTNERS);
		return all();
	}

	@Transactional(propagation = Propagation.MANDATORY)
	void add(PartnerCode code, PartnerNames names) {
		jdbc.sql("""
				insert into partner (name_en, name_es, name_fr, short_en, short_es, short_fr, code)
				values (?, ?, ?, ?, ?, ?, ?)""").params(values(names, code)).update();
	}

	@Transactional(propagation = Propagation.MANDATORY)
	void rename(PartnerCode code, PartnerNames names) {
		jdbc.sql("""
				update partner set name_en = ?, name_es = ?, name_fr = ?, short_en = ?, short_es = ?, short_fr = ?
				where code = ?""").params(values(names, code)).update();
	}

	@Transactional(propagation = Propagation.MANDATORY)
	void close(PartnerCode code, Instant now) {
		jdbc.sql("update partner set closed_at = ? where code = ?")
			.params(now.atOffset(ZoneOffset.UTC), code.value())
			.update();
	}

	@Transactional(propagation = Propagation.MANDATORY)
	void reopen(PartnerCode code) {
		jdbc.sql("update partner set closed_at = null where code = ?").param(code.value()).update();
	}

	private static List<String> values(PartnerNames names, PartnerCode code) {
		return Stream.concat(names.all().stream(), Stream.of(code.value())).toList();
	}

	private static Partner read(ResultSet row, int number) throws SQLException {
		return new Partner(new PartnerCode(row.getString("code")),
				new PartnerNames(row.getString("name_en"), row.getString("name_es"), row.getString("name_fr"),
						row.getString("short_en"), row.getString("short_es"), row.getString("short_fr")),
				Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant));
	}

}
