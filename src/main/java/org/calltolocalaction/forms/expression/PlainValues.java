package org.calltolocalaction.forms.expression;

import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What expressions yield, made into what answers can hold and people can read. */
public final class PlainValues {

	private static final int LONGEST_TEXT = 20_000;

	private static final int WIDEST_NUMBER = 100;

	private static final int MOST_ENTRIES = 1_000;

	private PlainValues() {
	}

	/**
	 * The value as an answer; null where it cannot be one, such as a function or a flood.
	 */
	public static @Nullable Object value(@Nullable Object result) {
		return value(result, 5);
	}

	private static @Nullable Object value(@Nullable Object result, int depth) {
		if (result instanceof BigDecimal number) {
			BigDecimal stripped = number.stripTrailingZeros();
			return Math.abs((long) stripped.scale()) > WIDEST_NUMBER || stripped.precision() > WIDEST_NUMBER ? null
					: stripped.scale() < 0 ? stripped.setScale(0) : stripped;
		}
		if (result instanceof List<?> list && depth > 0 && list.size() <= MOST_ENTRIES) {
			List<Object> copy = new ArrayList<>();
			list.forEach(entry -> copy.add(value(entry, depth - 1)));
			copy.removeIf(entry -> entry == null);
			return copy;
		}
		if (result instanceof Map<?, ?> map && depth > 0 && map.size() <= MOST_ENTRIES) {
			Map<String, Object> copy = new LinkedHashMap<>();
			map.forEach((key, entry) -> copy.put(String.valueOf(key), value(entry, depth - 1)));
			copy.values().removeIf(entry -> entry == null);
			return copy;
		}
		if (result instanceof Boolean) {
			return result;
		}
		String text = result instanceof String || result instanceof TemporalAccessor || result instanceof TemporalAmount
				? result.toString() : null;
		return text == null || text.length() > LONGEST_TEXT ? null : text;
	}

	/**
	 * The value as text, as FEEL's {@code string()} writes it; empty where there is none.
	 */
	public static String text(@Nullable Object result) {
		Object value = value(result);
		if (value == null) {
			return "";
		}
		if (value instanceof BigDecimal number) {
			return number.toPlainString();
		}
		if (value instanceof List<?> list) {
			return String.join(", ", list.stream().map(PlainValues::text).toList());
		}
		return value.toString();
	}

}
