package org.calltolocalaction.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was found in order in this run: pages by their names and languages, and the parts
 * of which they are built. Another pledge in the same parts has the same faults. The
 * forks of a run tell each other by a file; without Maven each run begins with nothing.
 */
final class PagesInOrder {

	private static final String RUN = System.getProperty("desk.testing.run", "");

	private static final Path SHARED = Path.of("target", "pages-in-order", RUN.replaceAll("\\W", "") + ".txt");

	private final Set<String> known = new HashSet<>();

	boolean contains(Collection<String> seen) {
		if (!known.containsAll(seen) && !RUN.isEmpty() && Files.exists(SHARED)) {
			known.addAll(readShared());
		}
		return known.containsAll(seen);
	}

	void add(Collection<String> seen) {
		Set<String> unknown = seen.stream().filter(known::add).collect(Collectors.toSet());
		if (!RUN.isEmpty() && !unknown.isEmpty()) {
			share(unknown);
		}
	}

	private static Collection<String> readShared() {
		try {
			return Files.readAllLines(SHARED);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("What the other forks found was not read", ex);
		}
	}

	/** In one write, so that no line of another fork comes in between. */
	private static void share(Collection<String> found) {
		try {
			Files.createDirectories(SHARED.getParent());
			Files.writeString(SHARED, String.join("\n", found) + "\n", StandardOpenOption.CREATE,
					StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("What was found was not told to the other forks", ex);
		}
	}

}
