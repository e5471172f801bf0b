package org.calltolocalaction.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.forms.expression.Condition;
import org.calltolocalaction.forms.model.Component;
import org.calltolocalaction.forms.model.EvaluatedForm;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.Group;
import org.calltolocalaction.forms.model.Question;
import org.calltolocalaction.forms.model.Repeated;
import org.calltolocalaction.forms.model.Rows;
import org.springframework.util.MultiValueMap;

/**
 * Takes what a browser sent over what was stored: of the fields that were on the page,
 * and of no others.
 */
final class Binding {

	private final Form form;

	private final MultiValueMap<String, String> posted;

	private Answers answers;

	private Binding(Form form, Answers stored, MultiValueMap<String, String> posted) {
		this.form = form;
		this.posted = posted;
		this.answers = stored;
	}

	static Answers bind(Form form, List<Component> onThePage, Answers stored, MultiValueMap<String, String> posted) {
		Binding binding = new Binding(form, stored, posted);
		binding.take(onThePage, "");
		return binding.withoutReadonly(stored);
	}

	private void take(List<Component> components, String prefix) {
		for (Component component : components) {
			if (component instanceof Question question && !question.disabled()) {
				String path = prefix + question.key();
				if (question.type().isTyped()) {
					answers = answers.with(path, question.type().bind(path, posted));
				}
			}
			else if (component instanceof Group group) {
				take(group.components(), group.path().isEmpty() ? prefix : prefix + group.path() + ".");
			}
			else if (component instanceof Repeated list) {
				takeRows(list, prefix + list.path());
			}
		}
	}

	private void takeRows(Repeated list, String path) {
		int count = countOf(path);
		if (count < 0) {
			return;
		}
		List<Object> rows = new ArrayList<>();
		for (int index = 0; index < count; index++) {
			rows.add(answers.value(path + "." + index).filter(Map.class::isInstance).orElse(Map.of()));
		}
		answers = answers.with(path, rows);
		for (int index = 0; index < count; index++) {
			take(list.components(), path + "." + index + ".");
		}
	}

	// How many rows the page had, or less than none where the list was not on it. Without
	// its counter the rows count
	// themselves, for programs that post.
	private int countOf(String path) {
		String counter = posted.getFirst(path + Rows.COUNTER);
		int count = counter != null && counter.matches("\\d{1,3}") ? Integer.parseInt(counter) : -1;
		if (count < 0) {
			Pattern row = Pattern.compile(Pattern.quote(path) + "\\.(\\d{1,3})\\..+");
			for (String name : posted.keySet()) {
				Matcher matcher = row.matcher(name);
				count = matcher.matches() ? Math.max(count, Integer.parseInt(matcher.group(1)) + 1) : count;
			}
		}
		return Math.min(count, Repeated.MOST_ROWS);
	}

	// What was readonly before and still is cannot have been changed on the page. What is
	// readonly under a condition
	// that was changed on the same page was typed by the same person.
	private Answers withoutReadonly(Answers stored) {
		if (Form.all(form.components())
			.stream()
			.noneMatch(component -> component instanceof Question question && question.readonly() != Condition.NEVER)) {
			return answers;
		}
		Map<String, Field> before = new HashMap<>();
		EvaluatedForm.of(form, stored, Map.of()).fields().forEach(field -> before.put(field.path(), field));
		Answers kept = answers;
		for (Field field : EvaluatedForm.of(form, answers, Map.of()).fields()) {
			Field same = before.get(field.path());
			if (field.readonly() && (same == null || same.readonly())) {
				kept = kept.with(field.path(), stored.value(field.path()).orElse(field.question().initial()));
			}
		}
		return kept;
	}

}
