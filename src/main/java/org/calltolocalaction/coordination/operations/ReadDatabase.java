package org.calltolocalaction.coordination.operations;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.operations.DeskStanding.Backup;
import org.calltolocalaction.coordination.operations.DeskStanding.Database;
import org.calltolocalaction.coordination.operations.DeskStanding.Migration;
import org.calltolocalaction.pledges.files.SpaceInUse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the database about itself. */
@Component
class ReadDatabase {

	/** A backup that is older than this has been forgotten. */
	static final Duration FRESH = Duration.ofDays(2);

	private final JdbcClient jdbc;

	private final SpaceInUse space;

	private final List<String> modules;

	private final Clock clock;

	ReadDatabase(JdbcClient jdbc, SpaceInUse space, @Value("${desk.database.modules}") List<String> modules,
			Clock clock) {
		this.jdbc = jdbc;
		this.space = space;
		this.modules = modules;
		this.clock = clock;
	}

	Database standing() {
		long bytes = jdbc.sql("select pg_database_size(current_database())").query(Long.class).single();
		return new Database(bytes, space.bytes(), backup());
	}

	private Optional<Backup> backup() {
		return jdbc.sql("select done_at from backup_seen order by id desc limit 1")
			.query((row, number) -> row.getTimestamp("done_at").toInstant())
			.optional()
			.map(done -> new Backup(done, done.isBefore(clock.instant().minus(FRESH))));
	}

	String version() {
		return jdbc.sql("select current_setting('server_version')").query(String.class).single();
	}

	/** The newest of each module, in the order in which they are run. */
	List<Migration> migrations() {
		String all = modules.stream()
			.map("""
					(select '%1$s' as module, version, installed_on from flyway_schema_history_%1$s
					where success and version is not null order by installed_rank desc limit 1)"""::formatted)
			.collect(Collectors.joining(" union all "));
		return jdbc.sql(all)
			.query((row, number) -> new Migration(row.getString("module"), row.getString("version"),
					row.getTimestamp("installed_on").toInstant()))
			.list();
	}

}
