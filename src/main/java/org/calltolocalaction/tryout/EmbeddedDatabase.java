package org.calltolocalaction.tryout;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The PostgreSQL server that a desk brings along to be tried out. What was committed
 * outlives the desk and the machine, as on a server of its own, unless durability is
 * given up for the sake of fast tests.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private static final String MAJOR_VERSION = "17";

	private static final int ATTEMPTS = 3;

	private static final String USER = "postgres";

	private final DataFolder folder;

	private final FileChannel lock;

	private final LeftBehindServer server;

	private final String password;

	private final EmbeddedPostgres postgres;

	EmbeddedDatabase(DataFolder folder, boolean durable) throws IOException {
		this.folder = folder;
		this.lock = folder.lock();
		this.server = new LeftBehindServer(folder.database(), folder.databaseProgram());
		try {
			refuseAnotherMajorVersion();
			setUnfinishedAside();
			this.password = password();
			this.postgres = started(durable);
		}
		catch (IOException | RuntimeException ex) {
			lock.close();
			throw ex;
		}
	}

	@Override
	public String getJdbcUrl() {
		return "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
	}

	@Override
	public String getUsername() {
		return USER;
	}

	@Override
	public String getPassword() {
		return password;
	}

	/**
	 * Called when everything that uses the database was closed: the beans that need it
	 * were made after it.
	 */
	@Override
	public void close() throws IOException {
		Optional<ProcessHandle> running = server.running();
		postgres.close();
		// The library waits five seconds for it; a slow disk may want more.
		running.ifPresent(LeftBehindServer::ended);
		lock.close();
	}

	private void refuseAnotherMajorVersion() throws IOException {
		Path versionFile = folder.database().resolve("PG_VERSION");
		if (Files.exists(versionFile)) {
			String version = Files.readString(versionFile).strip();
			if (!version.isEmpty() && !version.equals(MAJOR_VERSION)) {
				throw new DatabaseUnavailable(
						"The database in %s was written by PostgreSQL %s, and this desk brings PostgreSQL %s."
							.formatted(folder.database(), version, MAJOR_VERSION),
						"Start the version of the desk that wrote it, or move that folder away to begin anew.");
			}
		}
	}

	/**
	 * The password is put in place when a new database is complete: without it, making
	 * the database was cut off.
	 */
	private void setUnfinishedAside() throws IOException {
		if (Files.exists(folder.database()) && Files.notExists(passwordFile())) {
			try (var content = Files.list(folder.database())) {
				if (content.findAny().isEmpty()) {
					return;
				}
			}
			Path aside = Files.createTempDirectory(folder.root(), "postgres-unfinished-");
			Files.move(folder.database(), aside.resolve("postgres"));
			log.warn("The database in {} was never finished; it was moved to {}", folder.database(), aside);
		}
	}

	/**
	 * Without a password, everybody with an account on this machine could do anything in
	 * this one's name.
	 */
	private String password() throws IOException {
		if (Files.exists(passwordFile())) {
			return Files.readString(passwordFile()).strip();
		}
		byte[] random = new byte[24];
		new SecureRandom().nextBytes(random);
		String fresh = HexFormat.of().formatHex(random);
		Files.deleteIfExists(freshPasswordFile());
		OwnerOnly.createFile(freshPasswordFile());
		Files.writeString(freshPasswordFile(), fresh + "\n");
		return fresh;
	}

	private Path passwordFile() {
		return folder.database().resolve("desk.password");
	}

	private Path freshPasswordFile() {
		return folder.root().resolve("postgres.password");
	}

	private EmbeddedPostgres started(boolean durable) throws IOException {
		// The library tidies up the folder in which it would unpack for everybody; keep
		// it away from there.
		System.setProperty("ot.epg.working-dir", folder.databaseProgram().toString());
		for (int attempt = 1;; attempt++) {
			server.clearAway();
			Files.deleteIfExists(folder.databaseLog());
			try {
				return builder(durable).start();
			}
			catch (IOException | RuntimeException ex) {
				// Right after a crash the remains of the old server may still be about to
				// go.
				if (attempt == ATTEMPTS || !log().contains("already exists") && !log().contains("still in use")) {
					throw notStarted(ex);
				}
				log.info("The database server did not start at attempt {}; once more", attempt);
				// Held until the failed attempt is garbage; a new file has a new lock.
				Files.deleteIfExists(folder.database().resolve("epg-lock"));
			}
		}
	}

	private EmbeddedPostgres.Builder builder(boolean durable) {
		String durability = durable ? "on" : "off";
		return EmbeddedPostgres.builder()
			.setDataDirectory(folder.database())
			.setOverrideWorkingDirectory(folder.databaseProgram().toFile())
			.setCleanDataDirectory(false)
			// Spring closes this after everything that uses it; a hook of its own would
			// come in between.
			.setRegisterShutdownHook(false)
			.setPGStartupWait(Duration.ofSeconds(60))
			.setOutputRedirector(Redirect.appendTo(folder.databaseLog().toFile()))
			// The same order of letters on every machine, and messages that are
			// understood here.
			.setLocaleConfig("locale-provider", "builtin")
			.setLocaleConfig("builtin-locale", "C.UTF-8")
			.setLocaleConfig("locale", "C")
			.setLocaleConfig("auth", "scram-sha-256")
			.setLocaleConfig("pwfile", freshPasswordFile().toString())
			.setConnectConfig("password", password)
			.setDataDirectoryCustomizer(initialised -> finishDatabase())
			// The library switches both off unless told otherwise.
			.setServerConfig("fsync", durability)
			.setServerConfig("synchronous_commit", durability)
			.setServerConfig("max_connections", "100")
			// No socket in the temporary folder that all share.
			.setServerConfig("unix_socket_directories", "");
	}

	private void finishDatabase() {
		try {
			if (Files.exists(freshPasswordFile())) {
				Files.move(freshPasswordFile(), passwordFile());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The database's password could not be kept", ex);
		}
	}

	private DatabaseUnavailable notStarted(Exception cause) throws IOException {
		String action = log().contains("cannot be run as root")
				? "PostgreSQL does not run as root, and this machine does not let root step aside (unshare -U): "
						+ "start the desk as an ordinary user."
				: "See what it says above. DESK_DATA_DIRECTORY names another folder; "
						+ "SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD a database that runs elsewhere.";
		List<String> lines = log().lines().toList();
		return new DatabaseUnavailable("The database in %s did not start. The end of %s:%n%n%s".formatted(
				folder.database(), folder.databaseLog(),
				String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()))), action, cause);
	}

	private String log() throws IOException {
		return Files.exists(folder.databaseLog()) ? Files.readString(folder.databaseLog()) : "";
	}

}
