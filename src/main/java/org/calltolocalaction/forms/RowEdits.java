package org.calltolocalaction.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.forms.model.Component;
import org.calltolocalaction.forms.model.EvaluatedForm;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.Group;
import org.calltolocalaction.forms.model.Part;
import org.calltolocalaction.forms.model.Question;
import org.calltolocalaction.forms.model.Repeated;
import org.calltolocalaction.forms.model.Rows;
import org.springframework.util.MultiValueMap;

/**
 * Adds rows to lists, takes them away, and puts into them what their author had standing
 * there.
 */
final class RowEdits {

	private RowEdits() {
	}

	static boolean isAsked(MultiValueMap<String, String> posted) {
		return posted.containsKey(Rows.ADD) || posted.containsKey(Rows.REMOVE);
	}

	/**
	 * The answers after the button that was pressed; a button that no page has does
	 * nothing.
	 */
	static RowChange change(Form form, Answers answers, MultiValueMap<String, String> posted) {
		String add = posted.getFirst(Rows.ADD);
		String remove = posted.getFirst(Rows.REMOVE);
		if (add != null) {
			return list(form, answers, add).filter(list -> list.rows().size() < Repeated.MOST_ROWS)
				.map(list -> added(list, answers))
				.orElse(new RowChange(answers, null));
		}
		int dot = remove == null ? -1 : remove.lastIndexOf('.');
		if (remove == null || dot < 0 || !remove.substring(dot + 1).matches("\\d{1,3}")) {
			return new RowChange(answers, null);
		}
		int index = Integer.parseInt(remove.substring(dot + 1));
		return list(form, answers, remove.substring(0, dot)).filter(list -> index < list.rows().size())
			.map(list -> removed(list, index, answers))
			.orElse(new RowChange(answers, null));
	}

	/** What stands in a form before anybody answered. */
	static Answers initial(Form form) {
		return Answers.of(initial(form.components()));
	}

	private static Optional<Part.Rows> list(Form form, Answers answers, String path) {
		return EvaluatedForm.of(form, answers, Map.of()).list(path).filter(list -> list.component().changeable());
	}

	private static RowChange added(Part.Rows list, Answers answers) {
		List<Object> rows = rows(list, answers);
		rows.add(initial(list.component().components()));
		return new RowChange(answers.with(list.path(), rows), list.htmlId() + "-" + (rows.size() - 1));
	}

	private static RowChange removed(Part.Rows list, int index, Answers answers) {
		List<Object> rows = rows(list, answers);
		rows.remove(index);
		return new RowChange(answers.with(list.path(), rows), list.htmlId());
	}

	// The rows that a page shows before anybody answered become real by being changed.
	private static List<Object> rows(Part.Rows list, Answers answers) {
		List<Object> rows = new ArrayList<>();
		list.rows().forEach(row -> rows.add(answers.value(row.path()).orElse(Map.of())));
		return rows;
	}

	private static Map<String, Object> initial(List<Component> components) {
		Answers answers = Answers.empty();
		for (Component component : components) {
			if (component instanceof Question question) {
				answers = answers.with(question.key(), question.initial());
			}
			else if (component instanceof Group group) {
				for (Map.Entry<String, Object> entry : initial(group.components()).entrySet()) {
					String path = group.path().isEmpty() ? entry.getKey() : group.path() + "." + entry.getKey();
					answers = answers.with(path, entry.getValue());
				}
			}
			else if (component instanceof Repeated list) {
				Map<String, Object> row = initial(list.components());
				List<Object> rows = new ArrayList<>();
				for (int index = 0; index < list.rows() && !row.isEmpty(); index++) {
					rows.add(row);
				}
				answers = answers.with(list.path(), rows.isEmpty() ? null : rows);
			}
		}
		return new LinkedHashMap<>(answers.asMap());
	}

}
