package org.calltolocalaction.kernel.audit.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.audit.PersonalValues;
import org.calltolocalaction.kernel.lock.TransactionLocks;
import org.calltolocalaction.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A trail in an empty database, which a test may forge as the database's owner can. */
final class TrailOfItsOwn implements AutoCloseable {

	final JdbcClient jdbc;

	final AuditTrail trail;

	final MakeCheckpoint make;

	final VerifyTrail verify;

	final ProveEntry prove;

	final ProveConsistency consistency;

	final Checkpoints checkpoints;

	private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

	/** What an entry may be about. */
	record Thing(String name) {

		@Override
		public String toString() {
			return name;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement
	@ComponentScan(basePackageClasses = { AuditTrail.class, TransactionLocks.class })
	static class Parts {

	}

	TrailOfItsOwn() {
		DataSource database = new DriverManagerDataSource(TestDatabase.urlOfAnEmptyOne(), TestDatabase.USER,
				TestDatabase.PASSWORD);
		Flyway.configure().dataSource(database).locations("classpath:db/migration/kernel").load().migrate();
		beans.registerBean(DataSource.class, () -> database);
		beans.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
		beans.registerBean(NamedParameterJdbcOperations.class, () -> new NamedParameterJdbcTemplate(database));
		beans.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
		beans.registerBean(JsonMapper.class, () -> new JsonMapper());
		beans.registerBean(Clock.class, () -> Clock.systemUTC());
		beans.register(Parts.class);
		beans.refresh();
		jdbc = beans.getBean(JdbcClient.class);
		trail = beans.getBean(AuditTrail.class);
		make = beans.getBean(MakeCheckpoint.class);
		verify = beans.getBean(VerifyTrail.class);
		prove = beans.getBean(ProveEntry.class);
		consistency = beans.getBean(ProveConsistency.class);
		checkpoints = beans.getBean(Checkpoints.class);
	}

	/** As long as the test wants it. */
	TransactionTemplate transaction() {
		return new TransactionTemplate(beans.getBean(PlatformTransactionManager.class));
	}

	EntryId write() {
		return trail.record(AuditEntry.of("thing.done", new Thing("T-" + UUID.randomUUID()))
			.with("count", 3)
			.with("after", Duration.ofDays(2).toDays())
			.with("list", List.of("b", "a"))
			.personal("reason", "“Ñandú”\n\t/ \\ \u0001 <b> \u2028 😀")
			.personal("to", List.of("Quito", "", "Kampala")));
	}

	void write(int entries) {
		for (int number = 0; number < entries; number++) {
			write();
		}
	}

	/** By an act, as coordinators do. */
	void erase(EntryId entry) {
		transaction().executeWithoutResult(open -> erase(entry, erasing(entry)));
	}

	/** An act that says so, and does nothing. */
	EntryId erasing(EntryId entry) {
		return trail.record(AuditEntry.of("personal.erased", entry).with("entries", List.of(entry)));
	}

	/** By an act that may be of other entries. */
	void erase(EntryId entry, EntryId act) {
		PersonalValues values = beans.getBean(PersonalValues.class);
		transaction().executeWithoutResult(open -> values.erase(values.of(entry), act));
	}

	VerifyTrail verifyingAtMost(int most) {
		return new VerifyTrail(beans.getBean(HashedEntries.class), checkpoints, beans.getBean(StoredTree.class), most);
	}

	byte[] exported() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			beans.getBean(ExportTrail.class).to(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/** What whoever owns the database can do, and nobody else. */
	void forge(String sql, Object... parameters) {
		transaction().executeWithoutResult(open -> {
			jdbc.sql("set local session_replication_role = replica").update();
			jdbc.sql(sql).params(parameters).update();
		});
	}

	Map<String, Object> only(String sql) {
		return jdbc.sql(sql).query().singleRow();
	}

	@Override
	public void close() {
		beans.close();
	}

}
