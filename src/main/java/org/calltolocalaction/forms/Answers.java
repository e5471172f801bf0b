package org.calltolocalaction.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody filled in: an immutable, JSON-shaped value. A draft, a submitted revision
 * and a review hold one, and none of them needs to know the form to keep it. What was not
 * answered has no entry.
 */
public final class Answers {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.build();

	// A number written out in full must not fill the memory: 1E999999999 is ten
	// characters of JSON.
	private static final int WIDEST_NUMBER = 100;

	private static final Answers EMPTY = new Answers(Map.of());

	private final Map<String, Object> values;

	private Answers(Map<String, Object> values) {
		this.values = values;
	}

	/** The answers of somebody who has not begun. */
	public static Answers empty() {
		return EMPTY;
	}

	/**
	 * Takes over JSON-shaped values, as an import or a test has them; anything else is a
	 * mistake in the code.
	 */
	public static Answers of(Map<String, ?> values) {
		return new Answers(frozenMap(values));
	}

	/** Reads what {@link #toJson()} wrote. */
	public static Answers fromJson(String json) {
		Object root = JSON.readValue(json, Object.class);
		if (root instanceof Map<?, ?> map) {
			return new Answers(frozenMap(map));
		}
		throw new IllegalArgumentException(
				"Answers are a JSON object, but found: " + json.substring(0, Math.min(40, json.length())));
	}

	/**
	 * The form in which answers are stored; keys stand in the order in which they were
	 * answered.
	 */
	public String toJson() {
		return JSON.writeValueAsString(values);
	}

	/** The answers as plain, unmodifiable maps, lists, strings, numbers and booleans. */
	public Map<String, Object> asMap() {
		return values;
	}

	/** The names at the top, so that two sets of answers can be compared one by one. */
	public Set<String> keys() {
		return values.keySet();
	}

	/** Whether nothing was answered at all. */
	public boolean isEmpty() {
		return values.isEmpty();
	}

	/**
	 * The value at a dotted path, or nothing; a number is the row of a list, from 0 on.
	 */
	public Optional<Object> value(String path) {
		Object found = values;
		for (String step : path.split("\\.")) {
			found = found instanceof Map<?, ?> map ? map.get(step) : row(found, step);
		}
		return Optional.ofNullable(found);
	}

	/**
	 * The answer as text, a list as one entry a line; empty where there is none, because
	 * templates want a string.
	 */
	public String text(String path) {
		return value(path).map(Answers::asText).orElse("");
	}

	/** The answer as a list: of codes, or of the lines of a text, without blank ones. */
	public List<String> list(String path) {
		Object found = value(path).orElse(List.of());
		if (found instanceof List<?> list) {
			return list.stream().map(Answers::asText).toList();
		}
		return asText(found).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
	}

	/** Whether the answer is yes; an unticked box is a no. */
	public boolean flag(String path) {
		return value(path).map(found -> Boolean.TRUE.equals(found) || "true".equals(found)).orElse(false);
	}

	/**
	 * The answer as a date; nothing where it is missing or is not one yet, as in a draft.
	 */
	public Optional<LocalDate> date(String path) {
		try {
			return value(path).filter(String.class::isInstance).map(found -> LocalDate.parse((String) found));
		}
		catch (DateTimeParseException notADate) {
			return Optional.empty();
		}
	}

	/** The answer as a number; nothing where it is missing or is not one yet. */
	public Optional<BigDecimal> number(String path) {
		return value(path).filter(BigDecimal.class::isInstance).map(BigDecimal.class::cast);
	}

	/** The answer as files; none where it is not answered by any. */
	public List<UploadedFile> files(String path) {
		return UploadedFile.listOf(value(path).orElse(null));
	}

	/**
	 * These answers with one changed; null takes it away, and rows before a new one are
	 * there and empty.
	 */
	public Answers with(String path, @Nullable Object value) {
		return new Answers(replaced(values, List.of(path.split("\\.")), value == null ? null : frozen(value)));
	}

	/** These answers without one. */
	public Answers without(String path) {
		return with(path, null);
	}

	/**
	 * The keys whose answers differ, those of the other one's last: what a resubmission
	 * changed.
	 */
	public Set<String> difference(Answers other) {
		Set<String> different = new LinkedHashSet<>(keys());
		different.addAll(other.keys());
		different.removeIf(key -> Objects.equals(values.get(key), other.values.get(key)));
		return Collections.unmodifiableSet(different);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Answers answers && values.equals(answers.values);
	}

	@Override
	public int hashCode() {
		return values.hashCode();
	}

	/** Names the keys only: answers hold contact data, and this lands in logs. */
	@Override
	public String toString() {
		return "Answers" + values.keySet();
	}

	private static String asText(Object value) {
		if (value instanceof List<?> list) {
			return String.join("\n", list.stream().map(Answers::asText).toList());
		}
		return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
	}

	private static @Nullable Object row(@Nullable Object found, String step) {
		int index = isRow(step) ? Integer.parseInt(step) : -1;
		return found instanceof List<?> list && index >= 0 && index < list.size() ? list.get(index) : null;
	}

	private static boolean isRow(String step) {
		return step.matches("\\d{1,4}");
	}

	private static Map<String, Object> replaced(Map<?, ?> map, List<String> path, @Nullable Object value) {
		Map<String, Object> copy = new LinkedHashMap<>();
		map.forEach((key, kept) -> copy.put((String) key, kept));
		String step = path.get(0);
		Object replacement = path.size() == 1 ? value : below(copy.get(step), path.subList(1, path.size()), value);
		if (replacement == null) {
			copy.remove(step);
		}
		else {
			copy.put(step, replacement);
		}
		return Collections.unmodifiableMap(copy);
	}

	private static @Nullable Object below(@Nullable Object present, List<String> path, @Nullable Object value) {
		if (isRow(path.get(0)) && (present == null || present instanceof List<?>)) {
			return replacedRow(present instanceof List<?> list ? list : List.of(), path, value);
		}
		Map<String, Object> changed = replaced(present instanceof Map<?, ?> nested ? nested : Map.of(), path, value);
		return changed.isEmpty() ? null : changed;
	}

	// A row of which nothing is left stays, so that those after it keep their numbers.
	private static @Nullable List<Object> replacedRow(List<?> list, List<String> path, @Nullable Object value) {
		List<Object> copy = new ArrayList<>(list);
		int index = Integer.parseInt(path.get(0));
		if (value == null && index >= copy.size()) {
			return list.isEmpty() ? null : Collections.unmodifiableList(copy);
		}
		while (copy.size() <= index) {
			copy.add(Map.of());
		}
		Object row = path.size() == 1 ? value : below(copy.get(index), path.subList(1, path.size()), value);
		copy.set(index, row == null ? Map.of() : row);
		return Collections.unmodifiableList(copy);
	}

	private static Map<String, Object> frozenMap(Map<?, ?> map) {
		Map<String, Object> copy = new LinkedHashMap<>();
		map.forEach((key, value) -> {
			if (value != null) {
				copy.put((String) key, frozen(value));
			}
		});
		return Collections.unmodifiableMap(copy);
	}

	private static Object frozen(Object value) {
		if (value instanceof String || value instanceof Boolean) {
			return value;
		}
		if (value instanceof Number number) {
			return plain(new BigDecimal(number.toString()));
		}
		if (value instanceof Map<?, ?> map) {
			return frozenMap(map);
		}
		if (value instanceof List<?> list) {
			List<Object> copy = new ArrayList<>();
			list.stream().filter(Objects::nonNull).forEach(entry -> copy.add(frozen(entry)));
			return Collections.unmodifiableList(copy);
		}
		throw new IllegalArgumentException(
				"Answers hold strings, numbers, booleans, lists and maps, but found a " + value.getClass().getName());
	}

	// One number has one face: 1.50 and 1.5 are the same answer.
	private static BigDecimal plain(BigDecimal number) {
		BigDecimal stripped = number.stripTrailingZeros();
		if (Math.abs((long) stripped.scale()) > WIDEST_NUMBER || stripped.precision() > WIDEST_NUMBER) {
			throw new IllegalArgumentException("A number of more than " + WIDEST_NUMBER + " digits is not an answer");
		}
		return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
	}

}
