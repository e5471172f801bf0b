package org.calltolocalaction.kernel.operation;

import java.nio.file.Path;

/**
 * A folder in which the desk keeps something, so that it is not well where the disk under
 * it is full.
 */
public record WatchedFolder(Path path) {
}
