package org.calltolocalaction.forms.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What expressions see at one place of a form, under the names that form-js gives it: the
 * answers themselves, and {@code this}, {@code parent} and {@code i}, which differ from
 * row to row.
 */
public final class Scope {

	/** Stands where no answers are known, as while a form is read. */
	public static final Scope NOWHERE = new Scope(Map.of(), Map.of(), null, List.of(), "");

	private final Map<String, Object> whole;

	private final Map<String, Object> own;

	private final @Nullable Scope parent;

	private final List<Object> numbers;

	private final String prefix;

	private @Nullable Map<String, Object> names;

	private Scope(Map<String, Object> whole, Map<String, Object> own, @Nullable Scope parent, List<Object> numbers,
			String prefix) {
		this.whole = whole;
		this.own = own;
		this.parent = parent;
		this.numbers = numbers;
		this.prefix = prefix;
	}

	/** The place outside of repeated rows. */
	public static Scope of(Map<String, Object> whole, Map<String, Object> own) {
		return new Scope(whole, own, null, List.of(), "");
	}

	/**
	 * The place inside a row of a list whose whole path this is; rows count from 1 for
	 * expressions.
	 */
	@SuppressWarnings("unchecked")
	public Scope row(String listPath, int index) {
		// The rows of a list that is hidden are laid out and do not count.
		List<?> rows = (List<?>) ExpressionData.at(own, listPath.substring(prefix.length()));
		return row(listPath, index,
				rows == null || index >= rows.size() ? Map.of() : (Map<String, Object>) rows.get(index));
	}

	public Scope row(String listPath, int index, Map<String, Object> row) {
		List<Object> more = new ArrayList<>(numbers);
		more.add(index + 1);
		return new Scope(whole, row, this, List.copyOf(more), listPath + "." + index + ".");
	}

	/** What the paths of everything in this row begin with; empty outside of rows. */
	public String prefix() {
		return prefix;
	}

	/** What is appended to ids that would otherwise stand once in each row. */
	public String suffix() {
		StringBuilder suffix = new StringBuilder();
		numbers.forEach(number -> suffix.append('-').append((int) number - 1));
		return suffix.toString();
	}

	/** The names and their values. */
	public Map<String, Object> names() {
		if (names == null) {
			Map<String, Object> special = new HashMap<>();
			special.put("this", own);
			special.put("parent", parent == null ? null : parent.names());
			special.put("i", numbers);
			names = new HashMap<>(special);
			names.putAll(whole);
			special.forEach((name, value) -> names.put("_" + name + "_", value));
		}
		return names;
	}

}
