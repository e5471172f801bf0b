package org.calltolocalaction.tryout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.calltolocalaction.kernel.operation.CannotStart;
import org.calltolocalaction.kernel.signing.OwnSigningKey;
import org.calltolocalaction.kernel.signing.SigningKey;

/**
 * Signs the receipts of a desk that is tried out. It is made at the first start and kept
 * beside the data that it belongs to, where only their owner reads it.
 */
class DemonstrationKey implements OwnSigningKey {

	private final Path file;

	DemonstrationKey(Path file) {
		this.file = file;
	}

	@Override
	public SigningKey key() {
		try {
			if (!Files.exists(file)) {
				make();
			}
			return SigningKey.read(Files.readString(file, StandardCharsets.US_ASCII));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException("The key that signs receipts is not read: " + file, unreadable);
		}
		catch (IllegalArgumentException noKey) {
			throw new CannotStart("The file %s holds no key that signs receipts.".formatted(file),
					"Put it back from a copy, or remove it: another is made, and receipts that were signed before are "
							+ "still known.");
		}
	}

	// Whole or not at all, also where the start is cut off.
	private void make() throws IOException {
		Path beside = file.resolveSibling(file.getFileName() + ".new");
		Files.deleteIfExists(beside);
		OwnerOnly.createFile(beside);
		Files.writeString(beside, SigningKey.fresh().pem(), StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
		Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
	}

}
