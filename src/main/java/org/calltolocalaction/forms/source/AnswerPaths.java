package org.calltolocalaction.forms.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.calltolocalaction.forms.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Where answers stand: each at a place of its own, in the form or, for what is asked row
 * by row, in the row.
 */
final class AnswerPaths {

	private final Map<String, FieldType> types = new LinkedHashMap<>();

	private final List<String> all;

	AnswerPaths() {
		this(new ArrayList<>());
	}

	private AnswerPaths(List<String> all) {
		this.all = all;
	}

	/** The places of a row, which may be called like others outside of it. */
	AnswerPaths ofRow() {
		return new AnswerPaths(all);
	}

	/**
	 * Takes a place. Two answers at one, or one inside the other, would overwrite each
	 * other.
	 */
	void take(JsonObjectReader place, String path, @Nullable FieldType type) {
		for (String other : types.keySet()) {
			if (other.equals(path) || other.startsWith(path + ".") || path.startsWith(other + ".")) {
				throw place.broken("its answer would stand at '" + path + "', where that of '" + other + "' stands");
			}
		}
		types.put(path, type);
		all.add(path.replace('.', '-'));
	}

	/** What is asked at a place; null where nothing is, or where it is no field. */
	@Nullable FieldType type(String path) {
		return types.get(path);
	}

	/** Whether the id of a field or list on the page would be this one. */
	boolean isIdTaken(String id) {
		return all.contains(id);
	}

}
