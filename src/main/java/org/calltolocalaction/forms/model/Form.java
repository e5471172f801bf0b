package org.calltolocalaction.forms.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A whole form, as its author meant it. */
public record Form(String id, List<Component> components, List<Field> fields, Set<String> textKeys) {

	/** Finds the fields, in the order in which they are asked. */
	public static Form of(String id, List<Component> components, Set<String> textKeys) {
		return new Form(id, List.copyOf(components), List.copyOf(fieldsOf(components)), Set.copyOf(textKeys));
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
