package org.calltolocalaction.tryout;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a desk that is tried out keeps everything. Only one desk at a time may use it,
 * which a lock ensures that ends with the process that holds it, however that process
 * ends.
 *
 * @param dataDirectory the folder; a relative one is meant from where the desk was
 * started
 */
@ConfigurationProperties("desk")
record DataFolder(@DefaultValue("data") Path dataDirectory) {

	Path root() {
		return dataDirectory.toAbsolutePath().normalize();
	}

	Path mailbox() {
		return root().resolve("mailbox");
	}

	/** The tables, as PostgreSQL keeps them. */
	Path database() {
		return root().resolve("postgres");
	}

	/** What PostgreSQL itself consists of; can be unpacked anew at any time. */
	Path databaseProgram() {
		return root().resolve("postgres-program");
	}

	Path databaseLog() {
		return root().resolve("postgres.log");
	}

	/** By which receipts are signed. */
	Path signingKey() {
		return root().resolve("receipt-signing-key.pem");
	}

	/** Takes the folder for this process until the result is closed. */
	FileChannel lock() throws IOException {
		// It holds sign-in links (in mails) and programs that are run from it.
		OwnerOnly.createFolder(root());
		Path lockFile = root().resolve("desk.lock");
		FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		if (!locked(channel)) {
			channel.close();
			throw new DatabaseUnavailable(
					"Another desk%s is running on the folder %s.".formatted(holder(lockFile), root()),
					"Stop the other desk, or start this one on a folder of its own with DESK_DATA_DIRECTORY "
							+ "(and on a port of its own with SERVER_PORT).");
		}
		channel.truncate(0);
		String pid = Long.toString(ProcessHandle.current().pid());
		channel.write(StandardCharsets.US_ASCII.encode(pid));
		return channel;
	}

	private static boolean locked(FileChannel channel) throws IOException {
		try {
			FileLock lock = channel.tryLock();
			return lock != null;
		}
		catch (OverlappingFileLockException ex) {
			// held within this very process
			return false;
		}
	}

	private static String holder(Path lockFile) {
		try {
			String pid = Files.readString(lockFile, StandardCharsets.US_ASCII).strip();
			return pid.isEmpty() ? "" : " (process " + pid + ")";
		}
		catch (IOException ex) {
			// On Windows nobody reads a locked file.
			return "";
		}
	}

}
