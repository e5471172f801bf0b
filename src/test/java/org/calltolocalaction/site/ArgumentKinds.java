package org.calltolocalaction.site;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** What stands in the place of each argument of a text: a person, a count, a day. */
final class ArgumentKinds {

	/** Of governments and organisations, whose names come without their article. */
	static final Set<String> BODIES = Set.of("government", "partner", "partner-full", "partner-list", "forum");

	static final Set<String> PEOPLE = Set.of("person", "people-list");

	static final Set<String> COUNTS = Set.of("count", "count1", "minutes");

	private final Map<String, List<String>> kinds = new TreeMap<>();

	ArgumentKinds() {
		read(Path.of("src/test/resources/wording/arguments.properties"));
		read(Path.of("src/main/resources/wording/mails.properties"));
	}

	// In those of mails an argument may have a name behind its kind.
	private void read(Path file) {
		Properties written = Bundles.read(file);
		written.stringPropertyNames()
			.forEach(key -> kinds.put(key,
					Arrays.stream(written.getProperty(key).strip().split("\\s*,\\s*"))
						.map(argument -> argument.replaceFirst(":.*", ""))
						.toList()));
	}

	Set<String> keys() {
		return kinds.keySet();
	}

	List<String> of(String key) {
		return kinds.getOrDefault(key, List.of());
	}

}
