package org.calltolocalaction.notifications;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.calltolocalaction.governments.GovernmentId;
import org.jspecify.annotations.Nullable;

/**
 * The roles of a person on the desk, each with the government or partner that it is
 * about, such as {@code partner:MMC}: a reviewer who now reviews for another partner has
 * another role.
 */
public record Capacity(Set<String> words) {

	public static final String GOVERNMENT = "government";

	public static final String PARTNER = "partner";

	public static final String LEAD = "lead";

	public static final String COORDINATOR = "coordinator";

	/** Reads what {@link #toString()} wrote; null is nothing. */
	public static Capacity parse(@Nullable String stored) {
		return new Capacity(
				stored == null || stored.isBlank() ? Set.of() : Set.copyOf(Arrays.asList(stored.split(" "))));
	}

	/** The word for one thing that a person is. */
	public static String word(String kind, Object where) {
		return kind + ":" + where;
	}

	Capacity only(Set<String> kinds) {
		return new Capacity(
				words.stream().filter(word -> kinds.contains(kindOf(word))).collect(Collectors.toUnmodifiableSet()));
	}

	boolean isAny(String kind) {
		return words.stream().anyMatch(word -> kindOf(word).equals(kind));
	}

	boolean hasOneOf(Capacity other) {
		return words.stream().anyMatch(other.words::contains);
	}

	/** As whose member somebody gets it, if as one. */
	public Optional<GovernmentId> government() {
		return words.stream()
			.filter(word -> kindOf(word).equals(GOVERNMENT))
			.map(word -> GovernmentId.of(word.substring(GOVERNMENT.length() + 1)))
			.findFirst();
	}

	private static String kindOf(String word) {
		return word.split(":", 2)[0];
	}

	/** In one order, to be stored. */
	@Override
	public String toString() {
		return String.join(" ", new TreeSet<>(words));
	}

}
