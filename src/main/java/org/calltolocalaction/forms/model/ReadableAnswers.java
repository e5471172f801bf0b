package org.calltolocalaction.forms.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.forms.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of stored answers what a reader may have, as the form says now: whatever it does
 * not ask for any more is nobody's. Conditions are not looked at, because what they ask
 * about may be among what is left out.
 */
public final class ReadableAnswers {

	private final Reader reader;

	private ReadableAnswers(Reader reader) {
		this.reader = reader;
	}

	/** What of the answers this reader may have. */
	public static Answers of(Form form, Answers answers, Reader reader) {
		Map<String, Object> left = new LinkedHashMap<>();
		new ReadableAnswers(reader).take(form.components(), "", answers.asMap(), left);
		return Answers.of(left);
	}

	/**
	 * For whom the answer at each place is, in the order of the form; rows are one place,
	 * without their numbers.
	 */
	public static Map<String, Audience> audiences(List<Component> components) {
		Map<String, Audience> audiences = new LinkedHashMap<>();
		note(components, "", audiences);
		return audiences;
	}

	private static void note(List<Component> components, String prefix, Map<String, Audience> audiences) {
		for (Component component : components) {
			if (component instanceof Question question) {
				audiences.put(prefix + question.key(), question.rules().audience());
			}
			else if (component instanceof Computed computed) {
				audiences.put(prefix + computed.key(), computed.rules().audience());
			}
			else if (component instanceof Repeated list) {
				audiences.put(prefix + list.path(), list.audience());
				note(list.components(), prefix + list.path() + ".", audiences);
			}
			else if (component instanceof Group group) {
				note(group.components(), below(group, prefix), audiences);
			}
		}
	}

	private void take(List<Component> components, String prefix, Map<?, ?> from, Map<String, Object> left) {
		for (Component component : components) {
			if (component instanceof Question question && question.rules().audience().mayBeReadBy(reader)) {
				put(left, prefix + question.key(), get(from, prefix + question.key()));
			}
			else if (component instanceof Computed computed && computed.rules().audience().mayBeReadBy(reader)) {
				put(left, prefix + computed.key(), get(from, prefix + computed.key()));
			}
			else if (component instanceof Group group) {
				take(group.components(), below(group, prefix), from, left);
			}
			else if (component instanceof Repeated list && get(from, prefix + list.path()) instanceof List<?> rows) {
				put(left, prefix + list.path(), rows(list, rows));
			}
		}
	}

	/**
	 * A row of which nothing is left stays, so that those after it keep their numbers; a
	 * list of none but such goes.
	 */
	private @Nullable Object rows(Repeated list, List<?> rows) {
		List<Map<String, Object>> kept = new ArrayList<>();
		for (Object row : rows) {
			Map<String, Object> left = new LinkedHashMap<>();
			if (row instanceof Map<?, ?> answered) {
				take(list.components(), "", answered, left);
			}
			kept.add(left);
		}
		return kept.stream().allMatch(Map::isEmpty) ? null : kept;
	}

	private static String below(Group group, String prefix) {
		return group.path().isEmpty() ? prefix : prefix + group.path() + ".";
	}

	private static @Nullable Object get(Map<?, ?> from, String path) {
		Object found = from;
		for (String step : path.split("\\.")) {
			found = found instanceof Map<?, ?> map ? map.get(step) : null;
		}
		return found;
	}

	@SuppressWarnings("unchecked")
	private static void put(Map<String, Object> left, String path, @Nullable Object value) {
		if (value == null) {
			return;
		}
		Map<String, Object> inside = left;
		String[] steps = path.split("\\.");
		for (int step = 0; step < steps.length - 1; step++) {
			inside = (Map<String, Object>) inside.computeIfAbsent(steps[step],
					name -> new LinkedHashMap<String, Object>());
		}
		inside.put(steps[steps.length - 1], value);
	}

}
