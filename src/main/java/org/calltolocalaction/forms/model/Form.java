package org.calltolocalaction.forms.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.forms.FormPart;

/** A whole form, as its author meant it. */
public record Form(String id, List<Component> components, List<Field> fields, Set<String> textKeys) {

	/** Finds the fields, in the order in which they are asked. */
	public static Form of(String id, List<Component> components, Set<String> textKeys) {
		return new Form(id, List.copyOf(components), List.copyOf(fieldsOf(components)), Set.copyOf(textKeys));
	}

	/** The fields by the heading under which they stand; those under none make a part of their own. */
	public List<FormPart> parts() {
		Map<String, List<String>> parts = new LinkedHashMap<>();
		for (Component component : components) {
			String part = component instanceof Group group ? group.id() : id;
			fieldsOf(List.of(component)).forEach(field -> parts.computeIfAbsent(part, none -> new ArrayList<>())
				.add(field.path()));
		}
		return parts.entrySet().stream().map(part -> new FormPart(part.getKey(), part.getValue())).toList();
	}

	/** The field whose answer stands at a path; the reader has made sure that there is one. */
	public Field field(String path) {
		return fields.stream().filter(field -> field.path().equals(path)).findFirst().orElseThrow();
	}

	/** The fields in and below these components, in order. */
	public static List<Field> fieldsOf(List<Component> components) {
		List<Field> found = new ArrayList<>();
		for (Component component : components) {
			if (component instanceof Field field) {
				found.add(field);
			}
			else if (component instanceof Group group) {
				found.addAll(fieldsOf(group.components()));
			}
		}
		return found;
	}

}
