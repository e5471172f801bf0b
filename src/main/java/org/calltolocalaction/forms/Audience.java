package org.calltolocalaction.forms;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * For whom an answer is, besides whoever wrote it and the coordinators. A form says so of
 * each of its questions, in words; there is no audience that holds where nothing is said,
 * so that nothing is public by leaving something out.
 *
 * @param readers whom the words name, with those whom they imply
 */
public record Audience(Set<Reader> readers) {

	/** What is for everybody is for the two others, too. */
	private static final Map<String, Set<Reader>> WORDS = new TreeMap<>(
			Map.of("public", EnumSet.of(Reader.PUBLIC, Reader.PARTNER, Reader.GOVERNMENT), "partners",
					EnumSet.of(Reader.PARTNER), "government", EnumSet.of(Reader.GOVERNMENT)));

	public Audience {
		readers = Set.copyOf(readers);
	}

	/**
	 * @param written words with commas between, such as {@code partners, government}
	 * @throws IllegalArgumentException where one of them is no audience, or there is none
	 */
	public static Audience of(String written) {
		EnumSet<Reader> readers = EnumSet.noneOf(Reader.class);
		for (String word : written.split(",", -1)) {
			Set<Reader> named = WORDS.get(word.strip());
			if (named == null) {
				throw new IllegalArgumentException(
						"audience must be public, partners or government, or several of them with commas between, but is '"
								+ written + "'");
			}
			readers.addAll(named);
		}
		return new Audience(readers);
	}

	/** Whether an answer that is for this audience is shown to them. */
	public boolean mayBeReadBy(Reader reader) {
		return reader.readsEverything() || readers.contains(reader);
	}

	/** Whether nobody belongs to this audience who does not belong to the other. */
	public boolean isWithin(Audience other) {
		return other.readers.containsAll(readers);
	}

	/** As it is written in a form. */
	@Override
	public String toString() {
		return readers.contains(Reader.PUBLIC) ? "public"
				: Arrays.stream(Reader.values())
					.filter(readers::contains)
					.map(reader -> reader == Reader.PARTNER ? "partners" : "government")
					.collect(Collectors.joining(", "));
	}

}
