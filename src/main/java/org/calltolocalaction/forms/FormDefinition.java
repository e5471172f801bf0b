package org.calltolocalaction.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.forms.check.DraftCheck;
import org.calltolocalaction.forms.check.SectionProgress;
import org.calltolocalaction.forms.check.SubmissionCheck;
import org.calltolocalaction.forms.model.Constraints.TextKind;
import org.calltolocalaction.forms.model.EvaluatedForm;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.ReadableAnswers;
import org.calltolocalaction.forms.view.Summaries;
import org.calltolocalaction.forms.view.Views;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A form, as one file describes it: the same file asks, reads, checks and shows, so that
 * the four cannot differ.
 *
 * <p>
 * What is checked is what form-js 1.8.7 checks, and lengths count as it counts them:
 * UTF-16 units of the trimmed text, line breaks as one.
 */
public final class FormDefinition {

	private final Form form;

	private final List<FormPart> parts;

	private final Map<String, Integer> uploads;

	private final Map<String, Audience> audiences;

	private final Map<Reader, Set<String>> readable = new EnumMap<>(Reader.class);

	FormDefinition(Form form) {
		this.form = form;
		EvaluatedForm blank = EvaluatedForm.of(form, Answers.empty(), Map.of());
		Map<String, Integer> files = new LinkedHashMap<>();
		blank.fields()
			.stream()
			.filter(field -> !field.type().isTyped())
			.forEach(field -> files.put(field.path(), field.type().mostFiles()));
		this.uploads = Collections.unmodifiableMap(files);
		this.audiences = Collections.unmodifiableMap(ReadableAnswers.audiences(form.components()));
		for (Reader reader : Reader.values()) {
			readable.put(reader,
					audiences.entrySet()
						.stream()
						.filter(place -> place.getValue().mayBeReadBy(reader))
						.map(Map.Entry::getKey)
						.collect(Collectors.toUnmodifiableSet()));
		}
		this.parts = form.sections().stream().map(section -> {
			Map<Boolean, List<String>> paths = blank.paths(section)
				.stream()
				.collect(Collectors.partitioningBy(uploads::containsKey));
			return new FormPart(section.id(), paths.getOrDefault(false, List.of()),
					paths.getOrDefault(true, List.of()));
		}).toList();
	}

	/** The name under which others ask for the form; its file bears the same. */
	public String id() {
		return form.id();
	}

	/**
	 * The places of all answers, in the order in which they are asked; the rows of a list
	 * have one place together.
	 */
	public List<String> paths() {
		return form.places();
	}

	/**
	 * The sections in the order of the form, hidden ones too; see {@link #progress} for
	 * those that are to be seen.
	 */
	public List<String> sectionIds() {
		return form.sections().stream().map(Form.Section::id).toList();
	}

	/**
	 * The sections with the places of their answers, so that a page can ask and save one
	 * alone.
	 */
	public List<FormPart> parts() {
		return parts;
	}

	/** The places of the answers that are files, and how many each takes. */
	public Map<String, Integer> uploads() {
		return uploads;
	}

	/**
	 * The email addresses among the answers, as far as they are any, in their canonical
	 * form.
	 */
	public List<String> emails(Answers answers) {
		return EvaluatedForm.of(form, answers, Map.of())
			.fields()
			.stream()
			.filter(field -> field.constraints().textKind() == TextKind.EMAIL)
			.flatMap(field -> answers.value(field.path()).stream())
			.flatMap(typed -> EmailAddress.parse(typed.toString()).stream())
			.map(EmailAddress::value)
			.toList();
	}

	/**
	 * What stands in the form before anybody answered: whoever begins one begins with
	 * these.
	 */
	public Answers initial() {
		return RowEdits.initial(form);
	}

	/**
	 * Takes what a browser sent as it was typed: what cannot be understood is kept to be
	 * shown again, and parameters that are not of this form are left alone. A form with
	 * readonly fields wants to know what was stored.
	 */
	public Answers bind(MultiValueMap<String, String> posted) {
		return bind(Answers.empty(), posted);
	}

	/**
	 * The same over what was stored: readonly and disabled fields, and what the form does
	 * not ask, stay as they are.
	 */
	public Answers bind(Answers stored, MultiValueMap<String, String> posted) {
		return Binding.bind(form, form.components(), stored, posted);
	}

	/**
	 * The same for a page that shows one section: what stands in the others stays as it
	 * is.
	 */
	public Answers bind(String sectionId, Answers stored, MultiValueMap<String, String> posted) {
		return Binding.bind(form, form.section(sectionId).components(), stored, posted);
	}

	/**
	 * Whether a button was pressed that adds a row or takes one away, and not the one
	 * that saves.
	 */
	public boolean changesRows(MultiValueMap<String, String> posted) {
		return RowEdits.isAsked(posted);
	}

	/**
	 * Adds the row, or takes away the one, whose button was pressed; the answers are
	 * bound before.
	 */
	public RowChange change(Answers bound, MultiValueMap<String, String> posted) {
		return RowEdits.change(form, bound, posted);
	}

	/**
	 * Checks answers for submission. Those that pass are cleaned: trimmed, typed, and
	 * without what is hidden.
	 */
	public Validation validate(Answers answers, FormContext context) {
		return SubmissionCheck.check(form, answers, context);
	}

	/** How far each section that is to be seen is filled in, for a task list. */
	public List<FormSection> progress(Answers answers, FormContext context) {
		return SectionProgress.of(form, answers, context);
	}

	/**
	 * Checks only what must never be stored, because a draft may be as incomplete and as
	 * wrong as its author likes.
	 */
	public Validation checkDraft(Answers answers, FormContext context) {
		return DraftCheck.check(form, answers, context);
	}

	/**
	 * The form to fill in, with what was typed and what is wrong with it;
	 * {@code forms/fields} draws it.
	 */
	public FormView view(Answers answers, List<FieldError> errors, FormContext context) {
		return Views.view(form, answers, errors, context);
	}

	/** One section of the form to fill in; errors of other sections are left out. */
	public FormView view(String sectionId, Answers answers, List<FieldError> errors, FormContext context) {
		return Views.view(form, form.section(sectionId), answers, errors, context);
	}

	/**
	 * The whole form on paper, with whatever it asks under a condition;
	 * {@code forms/printed} draws it.
	 */
	public FormView printed(FormContext context) {
		return Views.printed(form, context);
	}

	/**
	 * Answers as a browser would send them: what was cleared is an empty list, for
	 * scripts that bring pages up to date.
	 */
	public Map<String, List<String>> parameters(Answers answers, Collection<String> paths) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		for (Field field : EvaluatedForm.of(form, answers, Map.of()).fields()) {
			if (paths.contains(field.path())) {
				parameters.put(field.path(), new ArrayList<>());
				answers.value(field.path())
					.filter(field.type()::accepts)
					.ifPresent(stored -> field.type()
						.kept(field, stored)
						.forEach(kept -> parameters.computeIfAbsent(kept.name(), name -> new ArrayList<>())
							.add(kept.value())));
			}
		}
		return parameters;
	}

	/**
	 * What a reader is to know of two versions of the answers: each one that reads
	 * differently.
	 */
	public List<Change> changes(Answers before, Answers after, FormContext context, Reader reader) {
		return List.copyOf(changesByPlace(before, after, context, reader).values());
	}

	/** The places of the answers that read differently to that reader. */
	public Set<String> changedPlaces(Answers before, Answers after, FormContext context, Reader reader) {
		return changesByPlace(before, after, context, reader).keySet();
	}

	private Map<String, Change> changesByPlace(Answers before, Answers after, FormContext context, Reader reader) {
		Map<String, FormSummary.Row> earlier = summary(before, context, reader).rows();
		Map<String, FormSummary.Row> later = summary(after, context, reader).rows();
		Map<String, String> labels = new LinkedHashMap<>();
		later.forEach((path, row) -> labels.put(path, row.label()));
		earlier.forEach((path, row) -> labels.putIfAbsent(path, row.label()));
		Map<String, Change> changes = new LinkedHashMap<>();
		labels.forEach((path, label) -> {
			if (differ(earlier.get(path), later.get(path))) {
				changes.put(path, new Change(label, text(earlier.get(path)), text(later.get(path))));
			}
		});
		return changes;
	}

	// A file may have been replaced by another one of the same name.
	private static boolean differ(FormSummary.@Nullable Row before, FormSummary.@Nullable Row after) {
		return !text(before).equals(text(after)) || !files(before).equals(files(after));
	}

	private static List<UploadedFile> files(FormSummary.@Nullable Row row) {
		return row == null ? List.of() : row.answer().files();
	}

	private static String text(FormSummary.@Nullable Row row) {
		return row == null ? "" : String.join("\n", row.answer().values());
	}

	/**
	 * For whom each answer is, by its place and in the order in which they are asked;
	 * rows have one place together.
	 */
	public Map<String, Audience> audiences() {
		return audiences;
	}

	/** The places of the answers that this reader may read, as the form is now. */
	public Set<String> readableBy(Reader reader) {
		return readable.getOrDefault(reader, Set.of());
	}

	/**
	 * What of stored answers this reader may have, as the form is now and whatever it was
	 * when they were stored. Whoever keeps answers for others than their author keeps
	 * these.
	 */
	public Answers readable(Answers answers, Reader reader) {
		return ReadableAnswers.of(form, answers, reader);
	}

	/** What a reader may read of the answers; {@code forms/answers} draws it. */
	public FormSummary summary(Answers answers, FormContext context, Reader reader) {
		return Summaries.summary(form, answers, context, reader);
	}

	/** The keys that a translation of this form needs: all of them, and no other. */
	Set<String> textKeys() {
		return form.textKeys();
	}

}
