package org.calltolocalaction.notifications.template;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Numbers;

/**
 * What a text of a mail leaves open, by the name that stands for it there.
 *
 * @param place the index among the arguments of the text
 * @param kind what it is, as {@code wording/mails.properties} says
 */
public record Placeholder(int place, String name, String kind) {

	private static final Map<String, String> SHORTER = Map.of("count1", "count", "many", "count", "partner-full",
			"partner", "partner-list", "partners", "people-list", "people");

	private static final Set<String> COUNTS = Set.of("count", "count1");

	static Placeholder of(int place, String described) {
		String[] parts = described.strip().split(":");
		return new Placeholder(place, parts.length > 1 ? parts[1] : SHORTER.getOrDefault(parts[0], parts[0]), parts[0]);
	}

	/** Whether a text may say different things of none, one and many. */
	public boolean counted() {
		return COUNTS.contains(kind);
	}

	/** Whether it leads somewhere: without it the mail does not say where. */
	public boolean leads() {
		return kind.equals("url");
	}

	/**
	 * By how many there may be the text differs; one that is never none says nothing of
	 * it.
	 */
	List<String> cases() {
		return kind.equals("count") ? List.of("none", "one", "many") : List.of("one", "many");
	}

	/** The name of the section that is shown in this case. */
	String section(String which) {
		return name + "-" + which;
	}

	/** All names by which a text may use it. */
	public Stream<String> names() {
		return Stream.concat(Stream.of(name), sections().stream());
	}

	/** The names of what is shown only for none, one or many of it. */
	public List<String> sections() {
		return counted() ? cases().stream().map(this::section).toList() : List.of();
	}

	/** What the text is given in its place, as texts: nothing else is ever reached. */
	void fill(Map<String, String> values, Object argument, Locale language) {
		values.put(name, argument instanceof Number number ? Numbers.of(number, language) : argument.toString());
		if (counted()) {
			String now = which(argument);
			cases().forEach(which -> values.put(section(which), which.equals(now) ? which : ""));
		}
	}

	/** What its sections may be told; of what is not counted, that it is empty or not. */
	List<? extends Map<String, String>> everyCase() {
		if (leads()) {
			return List.of(Map.of());
		}
		if (!counted()) {
			return List.of(Map.of(name, ""), Map.of(name, name));
		}
		return cases().stream().map(now -> {
			Map<String, String> values = new TreeMap<>(Map.of(name, now));
			cases().forEach(which -> values.put(section(which), which.equals(now) ? which : ""));
			return values;
		}).toList();
	}

	private String which(Object argument) {
		long number = argument instanceof Number counted ? counted.longValue() : 2;
		if (number > 1) {
			return "many";
		}
		return number < 1 && cases().contains("none") ? "none" : "one";
	}

	/** As it stands in a {@link MessageFormat}. */
	@Override
	public String toString() {
		return "{" + place + "}";
	}

}
