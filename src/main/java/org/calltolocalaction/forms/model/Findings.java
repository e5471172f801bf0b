package org.calltolocalaction.forms.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;

/** Collects what is wrong: one error a field, because a person mends one thing at a time. */
public final class Findings {

	private final FormContext context;

	private final Map<String, FieldError> errors = new LinkedHashMap<>();

	/** Errors name fields in the language of this context. */
	public Findings(FormContext context) {
		this.context = context;
	}

	/** The surroundings in which the values are judged. */
	public FormContext context() {
		return context;
	}

	/** Notes an error; the field's name becomes the first argument of the sentence. */
	public void add(Field field, String messageKey, Object... args) {
		List<Object> all = new ArrayList<>();
		all.add(field.wording().name(context.locale()));
		all.addAll(Arrays.asList(args));
		errors.putIfAbsent(field.path(), new FieldError(field.path(), field.anchor(), messageKey, all));
	}

	/** Notes an error in the author's own words. */
	public void addSentence(Field field, String sentence) {
		errors.putIfAbsent(field.path(),
				new FieldError(field.path(), field.anchor(), "forms.error.sentence", List.of(sentence)));
	}

	/** Whether something is wrong with the field already. */
	public boolean concern(Field field) {
		return errors.containsKey(field.path());
	}

	/** The errors in the order of these fields. */
	public List<FieldError> inOrderOf(List<Field> fields) {
		return fields.stream().map(field -> errors.get(field.path())).filter(error -> error != null).toList();
	}

}
