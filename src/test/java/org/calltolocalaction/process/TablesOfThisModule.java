package org.calltolocalaction.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * The migrations of this module, and of no other: for a database on which the engine runs
 * alone.
 */
public final class TablesOfThisModule {

	private TablesOfThisModule() {
	}

	public static void make(DataSource database) {
		try {
			new ResourceDatabasePopulator(
					new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/process/*.sql"))
				.execute(database);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
