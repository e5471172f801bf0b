package org.calltolocalaction.notifications.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One text of mails that can be worded anew: a subject, a paragraph, an entry of a list.
 */
public record MailPiece(String key, List<Placeholder> placeholders) {

	static final String PREFIX = "notifications.";

	/** How pages and the trail name it, such as {@code receipt.subject}. */
	public String name() {
		return key.substring(PREFIX.length());
	}

	public boolean subject() {
		return key.contains(".subject");
	}

	/** All names that its text may use. */
	public Stream<String> names() {
		return placeholders.stream().flatMap(Placeholder::names);
	}

	Optional<Placeholder> at(int place) {
		return placeholders.stream().filter(placeholder -> placeholder.place() == place).findFirst();
	}

	/** What its placeholders stand for, by their names. */
	Map<String, String> values(Object[] arguments, Locale language) {
		Map<String, String> values = new TreeMap<>();
		placeholders.stream()
			.filter(placeholder -> placeholder.place() < arguments.length)
			.forEach(placeholder -> placeholder.fill(values, arguments[placeholder.place()], language));
		return values;
	}

}
