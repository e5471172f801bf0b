package org.calltolocalaction.kernel.start;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Gives each module its own migrations, in a folder with its name, and its own history of
 * them, so that modules number theirs without looking at each other. The layout is that
 * of Spring Modulith's runtime support, which would bring ArchUnit into production; see
 * docs/decisions/0051-migrations-by-module.md.
 */
@Component
class ModuleMigrations {

	/** The name of a module's history begins so. */
	static final String HISTORY = "flyway_schema_history_";

	private final List<String> modules;

	/**
	 * @param modules those that have tables, each after those whose tables its own refer
	 * to
	 */
	ModuleMigrations(@Value("${desk.database.modules}") List<String> modules) {
		this.modules = modules;
	}

	/** The modules that have tables, in the order in which they are made. */
	List<String> modules() {
		return modules;
	}

	/** One for each module, in the order in which they have to migrate. */
	List<Flyway> of(Flyway whole) {
		return modules.stream().map(module -> of(whole, module)).toList();
	}

	private static Flyway of(Flyway whole, String module) {
		String[] folders = Arrays.stream(whole.getConfiguration().getLocations())
			.map(Location::toString)
			.map(location -> location + "/" + module)
			.toArray(String[]::new);
		return Flyway.configure()
			.configuration(whole.getConfiguration())
			.locations(folders)
			.failOnMissingLocations(true)
			.table(HISTORY + module)
			// The tables that there are already belong to other modules, or to the
			// engine.
			.baselineOnMigrate(true)
			.baselineVersion("0")
			.load();
	}

}
