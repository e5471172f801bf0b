package org.calltolocalaction.forms.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.forms.Answers;

/**
 * Which components these answers show. As in form-js, conditions see all the data, that of hidden fields too, so the
 * order of the components does not matter; what stands in a hidden group is hidden with it.
 */
public final class Visibility {

	private final Map<String, Object> data = new HashMap<>();

	private final Set<String> hidden = new HashSet<>();

	private Visibility() {
	}

	/** Asks every condition once. */
	public static Visibility of(Form form, Answers answers) {
		Visibility visibility = new Visibility();
		for (Field field : form.fields()) {
			Object stored = answers.value(field.path()).orElse(null);
			visibility.put(field.path(), field.type().seenByConditions(field, stored));
		}
		Map<String, Object> local = new HashMap<>(visibility.data);
		// The names under which form-js gives conditions their surroundings, outside of repeated rows.
		visibility.data.put("this", local);
		visibility.data.put("parent", null);
		visibility.data.put("i", List.of());
		visibility.hide(form.components(), false);
		return visibility;
	}

	/** Everything is to be seen, as on paper, where no condition can be asked. */
	public static Visibility ofPaper() {
		return new Visibility();
	}

	/** Whether the component is to be seen. */
	public boolean shows(Component component) {
		return !hidden.contains(component.id());
	}

	/** Whether the field's answer counts: what is hidden or disabled is neither asked nor kept. */
	public boolean asks(Field field) {
		return shows(field) && !field.disabled();
	}

	/** Whether the field must be answered. */
	public boolean requires(Field field) {
		return field.constraints().required() || field.rules().requiredWhen().holds(data);
	}

	/** Those of the components that are to be seen. */
	public List<Component> shown(List<Component> components) {
		List<Component> shown = new ArrayList<>(components);
		shown.removeIf(component -> !shows(component));
		return shown;
	}

	private void hide(List<Component> components, boolean above) {
		for (Component component : components) {
			boolean out = above || component.hide().holds(data);
			if (out) {
				hidden.add(component.id());
			}
			if (component instanceof Group group) {
				hide(group.components(), out);
			}
		}
	}

	@SuppressWarnings("unchecked")
	private void put(String path, Object value) {
		Map<String, Object> place = data;
		String[] steps = path.split("\\.");
		for (int step = 0; step < steps.length - 1; step++) {
			place = (Map<String, Object>) place.computeIfAbsent(steps[step], absent -> new HashMap<>());
		}
		place.put(steps[steps.length - 1], value);
	}

}
