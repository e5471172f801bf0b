package org.calltolocalaction.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real database server that a test may do to what happens to servers. What was
 * committed outlives all of it.
 */
public final class OwnDatabase implements AutoCloseable {

	private final Path folder;

	private final int port;

	private EmbeddedPostgres server;

	private ProcessHandle postmaster;

	/** Made anew in that folder, and running. */
	public OwnDatabase(Path folder) {
		this.folder = folder.resolve("postgres");
		this.port = freePort();
		start();
	}

	public String url() {
		return "jdbc:postgresql://localhost:%d/postgres".formatted(port);
	}

	/** At the same address, with what was committed before. */
	public void start() {
		try {
			// Its lock would have gone with the process that held it.
			Files.deleteIfExists(folder.resolve("epg-lock"));
			server = EmbeddedPostgres.builder()
				.setDataDirectory(folder)
				.setCleanDataDirectory(false)
				.setPort(port)
				.setPGStartupWait(Duration.ofSeconds(60))
				.setLocaleConfig("locale-provider", "builtin")
				.setLocaleConfig("builtin-locale", "C.UTF-8")
				.setLocaleConfig("locale", "C")
				.setServerConfig("fsync", "off")
				// Else a server that is killed loses what it had just said that it keeps.
				.setServerConfig("synchronous_commit", "on")
				.setServerConfig("unix_socket_directories", "")
				.start();
			postmaster = ProcessHandle
				.of(Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip()))
				.orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The database of its own did not start", ex);
		}
	}

	/** As an operator stops it. */
	public void stop() {
		try {
			server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The database of its own did not stop", ex);
		}
	}

	/** As a machine does that has no memory left. */
	public void kill() {
		List<ProcessHandle> all = processes();
		all.forEach(ProcessHandle::destroyForcibly);
		all.forEach(each -> each.onExit().join());
	}

	/** It takes connections and says nothing any more, on none of them. */
	public void pause() {
		signal("-STOP");
	}

	/** It goes on where it was. */
	public void resume() {
		signal("-CONT");
	}

	@Override
	public void close() {
		if (postmaster.isAlive()) {
			resume();
			stop();
		}
	}

	private List<ProcessHandle> processes() {
		return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
	}

	private void signal(String name) {
		List<String> command = Stream
			.concat(Stream.of("kill", name), processes().stream().map(each -> Long.toString(each.pid())))
			.toList();
		try {
			new ProcessBuilder(command).start().onExit().join();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No signal could be sent", ex);
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No port is free", ex);
		}
	}

}
