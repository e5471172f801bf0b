package org.calltolocalaction.forms.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A whole form, as its author meant it. */
public record Form(String id, List<Component> components, List<Section> sections, Set<String> textKeys) {

	/**
	 * A part of a form under one heading; where the author grouped nothing there is no
	 * group and no heading.
	 */
	public record Section(String id, @Nullable Group group, List<Component> components) {
	}

	/**
	 * Divides a form into its sections: groups at the top, and what stands loose between
	 * them.
	 */
	public static Form of(String id, List<Component> components, Set<String> textKeys) {
		List<Section> sections = new ArrayList<>();
		List<Component> loose = new ArrayList<>();
		for (Component component : components) {
			if (component instanceof Group group) {
				addLoose(id, sections, loose);
				sections.add(new Section(group.id(), group, group.components()));
			}
			else {
				loose.add(component);
			}
		}
		addLoose(id, sections, loose);
		return new Form(id, List.copyOf(components), List.copyOf(sections), Set.copyOf(textKeys));
	}

	private static void addLoose(String id, List<Section> sections, List<Component> loose) {
		if (!loose.isEmpty()) {
			String name = sections.isEmpty() ? id : id + "-" + (sections.size() + 1);
			sections.add(new Section(name, null, List.copyOf(loose)));
			loose.clear();
		}
	}

	/** The section of that name; one that does not exist is a mistake in the code. */
	public Section section(String sectionId) {
		return sections.stream()
			.filter(section -> section.id().equals(sectionId))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("The form '" + id + "' has no section '" + sectionId
					+ "', only " + sections.stream().map(Section::id).toList()));
	}

	/** What stands in and below these components, each once, in order. */
	public static List<Component> all(List<Component> components) {
		List<Component> found = new ArrayList<>();
		for (Component component : components) {
			found.add(component);
			found.addAll(all(inside(component)));
		}
		return found;
	}

	/** The ids of what stands in and below these components. */
	public static Set<String> idsIn(List<Component> components) {
		return all(components).stream().map(Component::id).collect(Collectors.toSet());
	}

	/**
	 * Where the answers stand, in the order in which they are asked; the rows of a list
	 * have one place together.
	 */
	public List<String> places() {
		return places(components, "");
	}

	private static List<String> places(List<Component> components, String prefix) {
		List<String> places = new ArrayList<>();
		for (Component component : components) {
			if (component instanceof Question question) {
				places.add(prefix + question.key());
			}
			else if (component instanceof Computed computed) {
				places.add(prefix + computed.key());
			}
			else if (component instanceof Repeated list) {
				places.add(prefix + list.path());
			}
			else if (component instanceof Group group) {
				places
					.addAll(places(group.components(), group.path().isEmpty() ? prefix : prefix + group.path() + "."));
			}
		}
		return places;
	}

	/** What a component holds. */
	public static List<Component> inside(Component component) {
		return component instanceof Group group ? group.components()
				: component instanceof Repeated list ? list.components() : List.of();
	}

	/**
	 * The names by which these components change; a value that is worked out changes with
	 * what it is made of.
	 */
	public Set<String> namesIn(List<Component> some) {
		Set<String> names = new HashSet<>();
		all(some).forEach(component -> names.addAll(component.names()));
		boolean grown = true;
		while (grown) {
			grown = false;
			for (Component component : all(components)) {
				if (component instanceof Computed computed && isNamed(computed.key(), names)) {
					grown |= names.addAll(computed.formula().names());
				}
			}
		}
		return names;
	}

	/** Whether one of these names may mean the answer at a path. */
	public static boolean isNamed(String path, Set<String> names) {
		return Arrays.stream(path.split("\\.")).anyMatch(names::contains);
	}

}
