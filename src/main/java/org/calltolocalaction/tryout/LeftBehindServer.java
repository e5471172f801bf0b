package org.calltolocalaction.tryout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database server of a desk that was killed. It goes on running, or has left a
 * {@code postmaster.pid} whose number may meanwhile belong to somebody else: only a
 * process that is proven to be a PostgreSQL server of this very folder is ever stopped.
 * Whoever asks must hold the lock of the {@link DataFolder}.
 */
final class LeftBehindServer {

	private static final Logger log = LoggerFactory.getLogger(LeftBehindServer.class);

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Path database;

	private final Path program;

	/**
	 * @param database the folder whose server is looked for
	 * @param program where the servers that serve this folder were unpacked
	 */
	LeftBehindServer(Path database, Path program) {
		this.database = database;
		this.program = program;
	}

	/**
	 * Makes way for a new server: stops the one that still runs, and removes a pid file
	 * that would keep one out.
	 */
	void clearAway() throws IOException {
		Path pidFile = database.resolve("postmaster.pid");
		if (Files.notExists(pidFile)) {
			return;
		}
		Optional<ProcessHandle> process = processOf(pidFile);
		if (process.filter(this::servesThisFolder).isPresent()) {
			log.info("Stopping the database server {} that a killed desk left running", process.get().pid());
			stop(process.get());
		}
		else if (process.isPresent() || isUnreadable(pidFile)) {
			// PostgreSQL looks only whether a process of that number lives, and would
			// refuse to start. Where none
			// lives it removes the file itself, with more knowledge than is to be had
			// here.
			log.info("Removing {}, whose process is no server of this folder any more", pidFile);
			Files.deleteIfExists(pidFile);
		}
	}

	/** The running server of the folder, if there is one. */
	Optional<ProcessHandle> running() throws IOException {
		Path pidFile = database.resolve("postmaster.pid");
		return Files.exists(pidFile) ? processOf(pidFile).filter(this::servesThisFolder) : Optional.empty();
	}

	private static Optional<ProcessHandle> processOf(Path pidFile) throws IOException {
		return pid(pidFile).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
	}

	private static boolean isUnreadable(Path pidFile) throws IOException {
		return pid(pidFile).isEmpty();
	}

	private static Optional<Long> pid(Path pidFile) throws IOException {
		List<String> lines = Files.readAllLines(pidFile);
		return lines.stream()
			.findFirst()
			.map(String::strip)
			.filter(line -> line.matches("\\d{1,18}"))
			.map(Long::valueOf);
	}

	private boolean servesThisFolder(ProcessHandle process) {
		Path command = process.info().command().map(Path::of).orElse(null);
		if (command == null || !command.getFileName().toString().matches("postgres(\\.exe)?")) {
			return false;
		}
		// Windows does not tell the arguments; there the program that was unpacked for
		// this folder must do.
		return process.info().arguments().map(this::nameThisFolder).orElseGet(() -> command.startsWith(program));
	}

	private boolean nameThisFolder(String[] arguments) {
		List<String> list = List.of(arguments);
		int option = list.indexOf("-D");
		return option >= 0 && option + 1 < list.size() && isThisFolder(list.get(option + 1));
	}

	private boolean isThisFolder(String folder) {
		try {
			return Files.isSameFile(database, Path.of(folder));
		}
		catch (IOException | InvalidPathException ex) {
			return false;
		}
	}

	private void stop(ProcessHandle server) {
		server.destroy();
		if (!ended(server)) {
			// Somebody else is connected and does not let go. Nothing is lost: the log of
			// the database brings it back.
			server.destroyForcibly();
			if (!ended(server)) {
				String description = "The database server %d still runs on %s and cannot be stopped.";
				throw new DatabaseUnavailable(description.formatted(server.pid(), database),
						"Stop that process (perhaps as the user who started it), then start the desk again.");
			}
		}
	}

	/** Waits for the end of the server; tells whether it came. */
	static boolean ended(ProcessHandle server) {
		try {
			server.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Waiting for the end of process " + server.pid() + " failed", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
