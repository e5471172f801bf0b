package org.calltolocalaction.forms.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.Option;
import org.calltolocalaction.forms.expression.ExpressionData;
import org.calltolocalaction.forms.expression.PlainValues;
import org.calltolocalaction.forms.expression.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A form as these answers lay it out: rows repeated, conditions and limits worked out,
 * values computed. Whoever draws, judges or sums up looks at a sheet, so that all of them
 * see the same.
 */
public final class EvaluatedForm {

	// Conditions that depend on each other are settled after as many looks as the longest
	// chain has links.
	private static final int MOST_LOOKS = 8;

	private final Form form;

	private final Answers answers;

	private final List<Part> parts;

	private final Set<String> hidden;

	private final List<Part> flat = new ArrayList<>();

	private final Map<String, Field> fields = new LinkedHashMap<>();

	private EvaluatedForm(Form form, Answers answers, Scope scope, Set<String> hidden) {
		this.form = form;
		this.answers = answers;
		this.hidden = hidden;
		this.parts = parts(form.components(), "", true, scope);
	}

	/**
	 * The form with these answers, among these lists that the caller supplies. What is
	 * hidden does not count for what else is hidden, so it is looked again until nothing
	 * changes; a field that hides itself stays hidden.
	 */
	public static EvaluatedForm of(Form form, Answers answers, Map<String, List<Option>> lists) {
		EvaluatedForm evaluated = new EvaluatedForm(form, answers, ExpressionData.of(form, answers, lists), Set.of());
		Set<String> counted = Set.of();
		Set<String> before = Set.of();
		for (int look = 0; look < MOST_LOOKS; look++) {
			Set<String> hidden = evaluated.hiddenAnswers();
			if (hidden.equals(counted)) {
				return evaluated;
			}
			before = counted;
			counted = hidden;
			evaluated = new EvaluatedForm(form, answers, ExpressionData.of(form, without(answers, hidden), lists),
					Set.of());
		}
		Set<String> either = new HashSet<>(before);
		either.addAll(counted);
		return new EvaluatedForm(form, answers, ExpressionData.of(form, without(answers, counted), lists), either);
	}

	private static Answers without(Answers answers, Set<String> paths) {
		Answers rest = answers;
		for (String path : paths) {
			rest = rest.without(path);
		}
		return rest;
	}

	private Set<String> hiddenAnswers() {
		Set<String> paths = new HashSet<>();
		for (Part part : flat) {
			String path = part instanceof Field field ? field.path()
					: part instanceof Part.Rows rows ? rows.path() : null;
			if (path != null && !part.shown() && answers.value(path).isPresent()) {
				paths.add(path);
			}
		}
		return paths;
	}

	/** The form that was laid out. */
	public Form form() {
		return form;
	}

	/** What stands at the top, hidden parts too. */
	public List<Part> parts() {
		return parts;
	}

	/** The parts that stand in a section, hidden ones too. */
	public List<Part> partsOf(Form.Section section) {
		if (section.group() == null) {
			Set<String> ids = Form.idsIn(section.components());
			return parts.stream().filter(part -> ids.contains(part.component().id())).toList();
		}
		return parts.stream()
			.filter(part -> part.component() == section.group())
			.flatMap(part -> ((Part.Box) part).parts().stream())
			.toList();
	}

	/** Whether a section is to be seen. */
	public boolean shows(Form.Section section) {
		return section.group() == null ? partsOf(section).stream().anyMatch(Part::shown)
				: parts.stream().anyMatch(part -> part.component() == section.group() && part.shown());
	}

	/**
	 * The places of the answers in a section; those in the rows of a list have the list's
	 * own.
	 */
	public List<String> paths(Form.Section section) {
		Set<String> inside = Form.idsIn(section.components());
		List<String> lists = lists().stream().map(Part.Rows::path).toList();
		List<String> paths = new ArrayList<>();
		for (Part part : flat) {
			String path = part instanceof Field field ? field.path()
					: part instanceof Part.Rows rows ? rows.path() : null;
			if (path != null && inside.contains(part.component().id())
					&& lists.stream().noneMatch(list -> path.startsWith(list + "."))) {
				paths.add(path);
			}
		}
		return paths;
	}

	/**
	 * Every field of every row, hidden ones too, in the order in which they are asked.
	 */
	public List<Field> fields() {
		return List.copyOf(fields.values());
	}

	/** Every list, those inside of rows too. */
	public List<Part.Rows> lists() {
		return flat.stream().filter(Part.Rows.class::isInstance).map(Part.Rows.class::cast).toList();
	}

	/** Every value that was worked out. */
	public List<Part.Value> values() {
		return flat.stream().filter(Part.Value.class::isInstance).map(Part.Value.class::cast).toList();
	}

	/** The field at a path, if there is one. */
	public Optional<Field> field(String path) {
		return Optional.ofNullable(fields.get(path));
	}

	/** The list at a path, if there is one. */
	public Optional<Part.Rows> list(String path) {
		return lists().stream().filter(list -> list.path().equals(path)).findFirst();
	}

	/** The places of lists, fields and values in the order of the form. */
	public List<String> paths() {
		List<String> paths = new ArrayList<>();
		for (Part part : flat) {
			if (part instanceof Field field) {
				paths.add(field.path());
			}
			else if (part instanceof Part.Rows rows) {
				paths.add(rows.path());
			}
			else if (part instanceof Part.Value value) {
				paths.add(value.path());
			}
		}
		return paths;
	}

	/** What was answered at a path, or null. */
	public @Nullable Object stored(String path) {
		return answers.value(path).orElse(null);
	}

	private List<Part> parts(List<Component> components, String prefix, boolean above, Scope scope) {
		List<Part> made = new ArrayList<>();
		for (Component component : components) {
			boolean shown = above && !component.hide().holds(scope);
			made.add(part(component, prefix, shown && !isHidden(component, prefix), scope));
		}
		return List.copyOf(made);
	}

	private boolean isHidden(Component component, String prefix) {
		return !hidden.isEmpty() && (component instanceof Question question && hidden.contains(prefix + question.key())
				|| component instanceof Repeated list && hidden.contains(prefix + list.path()));
	}

	private Part part(Component component, String prefix, boolean shown, Scope scope) {
		ComponentTexts wording = component.wording().in(scope);
		if (component instanceof Question question) {
			return field(question, prefix + question.key(), wording, shown, scope);
		}
		if (component instanceof Computed computed) {
			String path = prefix + computed.key();
			Object value = PlainValues.value(computed.formula().in(scope));
			return noted(new Part.Value(computed, path, wording, shown, scope, value));
		}
		if (component instanceof Group group) {
			String below = group.path().isEmpty() ? prefix : prefix + group.path() + ".";
			int place = flat.size();
			Part box = new Part.Box(group, wording, shown, scope, parts(group.components(), below, shown, scope));
			flat.add(place, box);
			return box;
		}
		if (component instanceof Repeated list) {
			return rows(list, prefix + list.path(), wording, shown, scope);
		}
		return noted(new Part.Still(component, wording, shown, scope));
	}

	private Field field(Question question, String path, ComponentTexts wording, boolean shown, Scope scope) {
		Constraints constraints = question.limits().in(scope);
		boolean required = constraints.required() || question.rules().requiredWhen().holds(scope);
		Field field = new Field(question, path, wording, constraints, shown, question.readonly().holds(scope), required,
				scope);
		fields.put(path, field);
		return noted(field);
	}

	private Part rows(Repeated list, String path, ComponentTexts wording, boolean shown, Scope scope) {
		Object stored = stored(path);
		int place = flat.size();
		List<Part.Row> rows = new ArrayList<>();
		for (int index = 0; index < ExpressionData.count(list, stored); index++) {
			Scope inside = scope.row(path, index);
			rows.add(new Part.Row(path + "." + index, index + 1,
					parts(list.components(), inside.prefix(), shown, inside)));
		}
		Part.Rows made = new Part.Rows(list, path, wording, shown, scope, stored instanceof List<?>, List.copyOf(rows));
		flat.add(place, made);
		return made;
	}

	private <P extends Part> P noted(P part) {
		flat.add(part);
		return part;
	}

}
