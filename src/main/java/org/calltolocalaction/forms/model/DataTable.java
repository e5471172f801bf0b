package org.calltolocalaction.forms.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.forms.expression.Condition;
import org.calltolocalaction.forms.expression.Formula;
import org.calltolocalaction.forms.expression.PlainValues;
import org.calltolocalaction.forms.expression.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A table of what is known already, or was answered elsewhere in the form.
 *
 * @param columns the keys of its columns; their headings are texts named {@code columns.}
 * and the key
 * @param columnsFormula an expression that yields the columns instead, or null
 */
public record DataTable(String id, ComponentTexts wording, Condition hide, Layout layout, Formula source,
		List<String> columns, @Nullable Formula columnsFormula) implements Component {

	@Override
	public Set<String> names() {
		Set<String> names = new HashSet<>(hide.names());
		names.addAll(wording.names());
		names.addAll(source.names());
		if (columnsFormula != null) {
			names.addAll(columnsFormula.names());
		}
		return names;
	}

	/** A column: where its cells are found, and its heading. */
	public record Column(String key, String heading) {
	}

	/**
	 * The columns at this place; an expression that does not yield columns yields none.
	 */
	public List<Column> columnsIn(Scope scope, Locale locale) {
		if (columnsFormula == null) {
			return columns.stream()
				.map(key -> new Column(key, wording.in(scope).required("columns." + key, locale)))
				.toList();
		}
		List<Column> found = new ArrayList<>();
		if (columnsFormula.in(scope) instanceof List<?> list) {
			for (Object entry : list) {
				if (!(entry instanceof Map<?, ?> column) || !(column.get("key") instanceof String key)
						|| !(column.get("label") instanceof String label)) {
					return List.of();
				}
				found.add(new Column(key, label.isEmpty() ? key : label));
			}
		}
		return found;
	}

	/**
	 * The rows at this place, each with the texts of its cells in the order of the
	 * columns.
	 */
	public List<List<String>> rowsIn(Scope scope, Locale locale) {
		List<String> keys = columnsIn(scope, locale).stream().map(Column::key).toList();
		List<List<String>> rows = new ArrayList<>();
		if (source.in(scope) instanceof List<?> list) {
			for (Object entry : list) {
				Map<?, ?> row = entry instanceof Map<?, ?> map ? map : Map.of();
				rows.add(keys.stream().map(key -> PlainValues.text(row.get(key))).toList());
			}
		}
		return rows;
	}

}
