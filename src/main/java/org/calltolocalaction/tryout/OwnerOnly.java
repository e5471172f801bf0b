package org.calltolocalaction.tryout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files and folders that only their owner enters, where the file system knows such a
 * thing.
 */
final class OwnerOnly {

	private OwnerOnly() {
	}

	static void createFile(Path file) throws IOException {
		Files.createFile(file, permissions(file, "rw-------"));
	}

	/** Leaves a folder that is there already as its owner wants it. */
	static void createFolder(Path folder) throws IOException {
		Files.createDirectories(folder, permissions(folder, "rwx------"));
	}

	private static FileAttribute<?>[] permissions(Path place, String permissions) {
		boolean posix = place.getFileSystem().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

}
