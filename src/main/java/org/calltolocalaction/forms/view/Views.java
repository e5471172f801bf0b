package org.calltolocalaction.forms.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.model.Component;
import org.calltolocalaction.forms.model.Condition;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.Group;
import org.calltolocalaction.forms.model.Prose;
import org.calltolocalaction.forms.model.Visibility;

/** Prepares a form for the person who fills it in. */
public final class Views {

	private final Form form;

	private final Answers answers;

	private final Map<String, FieldError> errors;

	private final FormContext context;

	private final Visibility visibility;

	private Views(Form form, Answers answers, List<FieldError> errors, FormContext context, Visibility visibility) {
		this.form = form;
		this.answers = answers;
		this.errors = errors.stream()
				.collect(Collectors.toMap(FieldError::path, error -> error, (first, second) -> first));
		this.context = context;
		this.visibility = visibility;
	}

	/** The form with these answers typed in and these errors beside them. */
	public static FormView view(Form form, Answers answers, List<FieldError> errors, FormContext context) {
		Views views = new Views(form, answers, errors, context, Visibility.of(form, answers));
		return new FormView(form.id(), views.sections(), List.copyOf(errors), views.kept());
	}

	/** All that the form may come to ask, with nothing answered. */
	public static FormView printed(Form form, FormContext context) {
		Views views = new Views(form, Answers.empty(), List.of(), context, Visibility.ofPaper());
		return new FormView(form.id(), views.sections(), List.of(), List.of());
	}

	/** The parts of a form under their headings; what stands in no group shares one part without a heading. */
	static List<Section> sections(Form form, Visibility visibility) {
		List<Section> sections = new ArrayList<>();
		List<Component> loose = new ArrayList<>();
		for (Component component : visibility.shown(form.components())) {
			if (component instanceof Group group) {
				addLoose(sections, loose, form);
				sections.add(new Section(group.id(), group, group.components()));
			}
			else {
				loose.add(component);
			}
		}
		addLoose(sections, loose, form);
		return sections;
	}

	private static void addLoose(List<Section> sections, List<Component> loose, Form form) {
		if (!loose.isEmpty()) {
			String id = sections.isEmpty() ? form.id() : form.id() + "-" + (sections.size() + 1);
			sections.add(new Section(id, null, List.copyOf(loose)));
			loose.clear();
		}
	}

	record Section(String id, Group group, List<Component> components) {

		String title(Locale locale) {
			return group == null ? null : group.wording().label(locale);
		}

	}

	private List<FormView.Section> sections() {
		return sections(form, visibility).stream()
				.map(section -> new FormView.Section(section.id(), section.title(context.locale()),
						items(section.components())))
				.toList();
	}

	private List<FormView.Item> items(List<Component> components) {
		return visibility.shown(components).stream().map(this::item).toList();
	}

	private FormView.Item item(Component component) {
		if (component instanceof Field field) {
			return field.type().item(field, frame(field), stored(field), context);
		}
		if (component instanceof Group group) {
			return new FormView.Nested(group.id(), group.wording().label(context.locale()), items(group.components()));
		}
		Prose prose = (Prose) component;
		return new FormView.Words(prose.id(), Paragraphs.of(prose.wording().text("text", context.locale())));
	}

	// A field that is required under a condition is not called optional: whether it is may change on the page.
	private FormView.Frame frame(Field field) {
		Locale locale = context.locale();
		boolean optional = !field.constraints().required() && field.rules().requiredWhen() == Condition.NEVER
				&& !isOneOfSeveral(field);
		return new FormView.Frame(field.htmlId(), field.path(), field.wording().label(locale),
				field.wording().text("description", locale), optional, field.disabled(), errors.get(field.path()),
				field.rules().title());
	}

	private boolean isOneOfSeveral(Field field) {
		return isOneOfSeveral(form.components(), field.path());
	}

	private static boolean isOneOfSeveral(List<Component> components, String path) {
		return components.stream().anyMatch(component -> component instanceof Group group
				? group.requireOneOf().contains(path) || isOneOfSeveral(group.components(), path)
				: component instanceof Prose prose && prose.requireOneOf().contains(path));
	}

	private Object stored(Field field) {
		return answers.value(field.path()).filter(field.type()::accepts).orElse(null);
	}

	private List<FormView.Kept> kept() {
		List<FormView.Kept> kept = new ArrayList<>();
		for (Field field : form.fields()) {
			Object stored = stored(field);
			if (stored != null && !visibility.shows(field) && !field.disabled()) {
				kept.addAll(field.type().kept(field, stored));
			}
		}
		return kept;
	}

}
