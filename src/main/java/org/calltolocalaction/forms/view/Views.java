package org.calltolocalaction.forms.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.expression.Condition;
import org.calltolocalaction.forms.model.Component;
import org.calltolocalaction.forms.model.EvaluatedForm;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.Group;
import org.calltolocalaction.forms.model.Part;
import org.calltolocalaction.forms.model.Prose;
import org.calltolocalaction.forms.model.Repeated;
import org.calltolocalaction.forms.model.Rows;
import org.jspecify.annotations.Nullable;

/** Prepares a form, or one section of it, for the person who fills it in. */
public final class Views {

	private final EvaluatedForm evaluated;

	private final Locale locale;

	private final FormContext context;

	private final Map<String, List<FieldError>> errors;

	private final Set<String> names;

	private final Set<String> oneOfSeveral;

	private final boolean paper;

	private Views(EvaluatedForm evaluated, List<FieldError> errors, FormContext context, Set<String> names,
			boolean paper) {
		this.evaluated = evaluated;
		this.context = context;
		this.locale = context.locale();
		this.errors = errors.stream().collect(Collectors.groupingBy(FieldError::path));
		this.names = names;
		this.oneOfSeveral = oneOfSeveral(evaluated.form());
		this.paper = paper;
	}

	/** The form with these answers typed in and these errors beside them. */
	public static FormView view(Form form, Answers answers, List<FieldError> errors, FormContext context) {
		return view(form, form.sections(), form.components(), answers, errors, context);
	}

	/**
	 * One section of it; what stands in the others is neither drawn nor carried along.
	 */
	public static FormView view(Form form, Form.Section section, Answers answers, List<FieldError> errors,
			FormContext context) {
		return view(form, List.of(section), section.components(), answers, errors, context);
	}

	/**
	 * All that the form may come to ask, with nothing answered: paper cannot ask under a
	 * condition.
	 */
	public static FormView printed(Form form, FormContext context) {
		EvaluatedForm evaluated = EvaluatedForm.of(form, Answers.empty(), context.options());
		Views views = new Views(evaluated, List.of(), context, Set.of(), true);
		return new FormView(form.id(), views.sections(form.sections()), List.of(), List.of(), null, null);
	}

	private static FormView view(Form form, List<Form.Section> sections, List<Component> components, Answers answers,
			List<FieldError> errors, FormContext context) {
		EvaluatedForm evaluated = EvaluatedForm.of(form, answers, context.options());
		Views views = new Views(evaluated, errors, context, form.namesIn(components), false);
		Set<String> drawn = Form.idsIn(components);
		List<FieldError> own = errors.stream().filter(error -> concerns(evaluated, error, drawn)).toList();
		return new FormView(form.id(), views.sections(sections), own, views.kept(drawn), null, null);
	}

	private static boolean concerns(EvaluatedForm evaluated, FieldError error, Set<String> drawn) {
		return evaluated.field(error.path())
			.map(field -> drawn.contains(field.question().id()))
			.or(() -> evaluated.list(error.path()).map(list -> drawn.contains(list.component().id())))
			.orElse(true);
	}

	private List<FormView.Section> sections(List<Form.Section> sections) {
		return sections.stream()
			.filter(section -> paper || evaluated.shows(section))
			.map(section -> new FormView.Section(section.id(), Sections.title(evaluated, section, locale),
					items(evaluated.partsOf(section))))
			.toList();
	}

	/** What is to be seen, the parts of one row of the layout beside each other. */
	private List<FormView.Item> items(List<Part> parts) {
		Map<String, List<FormView.Cell>> rows = new LinkedHashMap<>();
		for (Part part : parts) {
			FormView.Item item = part.shown() || paper ? item(part) : null;
			if (item != null) {
				String row = part.component().layout().row();
				rows.computeIfAbsent(row == null ? "alone " + part.placeId() : row, absent -> new ArrayList<>())
					.add(new FormView.Cell(part.component().layout().columns(), item));
			}
		}
		return rows.values()
			.stream()
			.map(cells -> cells.size() == 1 ? cells.get(0).item() : new FormView.Beside(cells))
			.toList();
	}

	private FormView.@Nullable Item item(Part part) {
		if (part instanceof Field field) {
			return field(field);
		}
		if (part instanceof Part.Box box) {
			return new FormView.Nested(box.placeId(), box.wording().label(locale), items(box.parts()));
		}
		if (part instanceof Part.Rows rows) {
			return repeated(rows);
		}
		return part instanceof Part.Still still ? StaticContents.item(still, locale) : null;
	}

	private FormView.Item field(Field field) {
		FormView.Frame frame = frame(field);
		Object stored = accepted(field);
		if (!field.readonly()) {
			return field.type().item(field, frame, stored, context);
		}
		FormSummary.Answer answer = stored == null ? null : field.type().shown(field, stored, context);
		return new FormView.Fixed(frame, field.anchor(), answer == null ? FormSummary.Answer.NONE : answer,
				stored == null || field.disabled() ? List.of() : field.type().kept(field, stored));
	}

	private FormView.Item repeated(Part.Rows rows) {
		Repeated list = rows.component();
		String name = rows.wording().text("row", locale) == null ? rows.wording().name(locale)
				: rows.wording().text("row", locale);
		List<FormView.Row> drawn = rows.rows()
			.stream()
			.map(row -> new FormView.Row(row.path().replace('.', '-'), row.path(), name + " " + row.number(),
					items(row.parts())))
			.toList();
		return new FormView.Repeated(rows.htmlId(), rows.path(), rows.path() + Rows.COUNTER,
				rows.wording().label(locale), rows.wording().text("hint", locale),
				errors(rows.path()).stream().findFirst().orElse(null), drawn,
				list.changeable() && drawn.size() < Repeated.MOST_ROWS, list.changeable(),
				rows.wording().text("add", locale), rows.wording().text("remove", locale));
	}

	// A field that is required under a condition is not called optional: whether it is
	// may change on the page.
	private FormView.Frame frame(Field field) {
		boolean optional = !field.constraints().required() && field.rules().requiredWhen() == Condition.NEVER
				&& !isOneOfSeveral(field);
		return new FormView.Frame(field.htmlId(), field.path(), field.wording().label(locale),
				field.wording().text("description", locale), optional, field.disabled(), errors(field.path()),
				field.rules().title(), Form.isNamed(field.path(), names), context.notesOn(field.path()));
	}

	private List<FieldError> errors(String path) {
		return errors.getOrDefault(path, List.of());
	}

	private boolean isOneOfSeveral(Field field) {
		return oneOfSeveral.contains(field.path().substring(field.scope().prefix().length()));
	}

	private static Set<String> oneOfSeveral(Form form) {
		return Form.all(form.components())
			.stream()
			.flatMap(component -> component instanceof Group group ? group.requireOneOf().stream()
					: component instanceof Prose prose ? prose.requireOneOf().stream() : Stream.empty())
			.collect(Collectors.toSet());
	}

	private @Nullable Object accepted(Field field) {
		Object stored = evaluated.stored(field.path());
		return stored == null || !field.type().accepts(stored) ? null : stored;
	}

	private List<FormView.Kept> kept(Set<String> drawn) {
		List<FormView.Kept> kept = new ArrayList<>();
		for (Part.Rows list : evaluated.lists()) {
			if (!list.shown() && list.given() && drawn.contains(list.component().id())) {
				kept.add(new FormView.Kept(list.path() + Rows.COUNTER, Integer.toString(list.rows().size())));
			}
		}
		for (Field field : evaluated.fields()) {
			Object stored = accepted(field);
			if (stored != null && !field.shown() && !field.disabled() && drawn.contains(field.question().id())) {
				kept.addAll(field.type().kept(field, stored));
			}
		}
		return kept;
	}

}
