package org.calltolocalaction.forms.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.Option;
import org.calltolocalaction.forms.model.Component;
import org.calltolocalaction.forms.model.Computed;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.Group;
import org.calltolocalaction.forms.model.Question;
import org.calltolocalaction.forms.model.Repeated;
import org.jspecify.annotations.Nullable;

/**
 * The answers as expressions see them, whatever the order of the components; where
 * nothing was answered stands what form-js has there.
 */
public final class ExpressionData {

	// Values that are worked out from each other settle after as many looks as the
	// longest chain has links.
	private static final int MOST_LOOKS = 10;

	private final Map<String, Object> answers = new HashMap<>();

	private final Map<String, Object> whole = new HashMap<>();

	private final List<Pending> pending = new ArrayList<>();

	private ExpressionData() {
	}

	/** A value that is still to be worked out, and the rows in which it stands. */
	private record Pending(Computed computed, Map<String, Object> into, List<Numbered> rows) {
	}

	private record Numbered(int index, Map<String, Object> row) {
	}

	/** What expressions see outside of rows. */
	public static Scope of(Form form, Answers given, Map<String, List<Option>> lists) {
		ExpressionData data = new ExpressionData();
		lists.forEach((name, options) -> data.whole.put(name, new OfferedList(options)));
		data.fill(form.components(), data.answers, given.asMap(), List.of());
		data.whole.putAll(data.answers);
		data.settle();
		return Scope.of(data.whole, data.answers);
	}

	/** The value at a path below a place, as the answers have it. */
	static @Nullable Object at(@Nullable Object place, String path) {
		Object found = place;
		for (String step : path.isEmpty() ? new String[0] : path.split("\\.")) {
			found = found instanceof Map<?, ?> map ? map.get(step) : null;
		}
		return found;
	}

	/** How many rows a list has whose answers are these. */
	public static int count(Repeated list, @Nullable Object stored) {
		return stored instanceof List<?> rows ? Math.min(rows.size(), Repeated.MOST_ROWS) : list.rows();
	}

	/** A row of the answers; what is no row is an empty one. */
	static @Nullable Object row(@Nullable Object stored, int index) {
		return stored instanceof List<?> rows && index < rows.size() ? rows.get(index) : null;
	}

	private void fill(List<Component> components, Map<String, Object> into, @Nullable Object stored,
			List<Numbered> rows) {
		for (Component component : components) {
			if (component instanceof Question question) {
				Object seen = question.type()
					.seenByConditions(question.unplaced(question.key()), at(stored, question.key()));
				put(into, question.key(), seen);
			}
			else if (component instanceof Computed computed) {
				put(into, computed.key(), null);
				pending.add(new Pending(computed, into, rows));
			}
			else if (component instanceof Group group) {
				fill(group.components(), below(into, group.path()), at(stored, group.path()), rows);
			}
			else if (component instanceof Repeated list) {
				fillRows(list, into, at(stored, list.path()), rows);
			}
		}
	}

	private void fillRows(Repeated list, Map<String, Object> into, @Nullable Object stored, List<Numbered> rows) {
		List<Map<String, Object>> filled = new ArrayList<>();
		for (int index = 0; index < count(list, stored); index++) {
			Map<String, Object> row = new HashMap<>();
			List<Numbered> inside = new ArrayList<>(rows);
			inside.add(new Numbered(index, row));
			fill(list.components(), row, row(stored, index), inside);
			filled.add(row);
		}
		put(into, list.path(), filled);
	}

	private void settle() {
		boolean changed = true;
		for (int look = 0; changed && look < MOST_LOOKS; look++) {
			changed = false;
			for (Pending value : pending) {
				Object result = PlainValues.value(value.computed().formula().in(scope(value.rows())));
				if (!Objects.equals(result, at(value.into(), value.computed().key()))) {
					put(value.into(), value.computed().key(), result);
					changed = true;
				}
			}
			whole.putAll(answers);
		}
	}

	private Scope scope(List<Numbered> rows) {
		Scope scope = Scope.of(whole, answers);
		for (Numbered numbered : rows) {
			scope = scope.row("", numbered.index(), numbered.row());
		}
		return scope;
	}

	private static void put(Map<String, Object> into, String path, @Nullable Object value) {
		int last = path.lastIndexOf('.');
		below(into, last < 0 ? "" : path.substring(0, last)).put(path.substring(last + 1), value);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> below(Map<String, Object> place, String path) {
		Map<String, Object> below = place;
		for (String step : path.isEmpty() ? new String[0] : path.split("\\.")) {
			below = (Map<String, Object>) below.computeIfAbsent(step, absent -> new HashMap<>());
		}
		return below;
	}

}
