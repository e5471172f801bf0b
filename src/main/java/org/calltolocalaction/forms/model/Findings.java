package org.calltolocalaction.forms.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;

/**
 * Collects what is wrong: one error a field, because a person mends one thing at a time.
 */
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
		note(field.path(), field.anchor(), messageKey, field.wording().name(context.locale()), args);
	}

	/** Notes an error of a whole list. */
	public void add(Part.Rows list, String messageKey, Object... args) {
		note(list.path(), list.htmlId(), messageKey, list.wording().name(context.locale()), args);
	}

	/** Notes an error in the author's own words. */
	public void addSentence(Field field, String sentence) {
		note(field.path(), field.anchor(), "forms.error.sentence", sentence);
	}

	/**
	 * Notes in the author's own words that an answer is wrong, and not that it is
	 * missing.
	 */
	public void addMistake(Field field, String sentence) {
		note(field.path(), field.anchor(), "forms.error.mistake", sentence);
	}

	/** Whether something is wrong with the field already. */
	public boolean concern(Field field) {
		return errors.containsKey(field.path());
	}

	/** The errors in the order of these places. */
	public List<FieldError> inOrderOf(List<String> paths) {
		return paths.stream().map(errors::get).filter(Objects::nonNull).toList();
	}

	private void note(String path, String anchor, String messageKey, Object first, Object... args) {
		List<Object> all = new ArrayList<>();
		all.add(first);
		all.addAll(Arrays.asList(args));
		errors.putIfAbsent(path, new FieldError(path, anchor, messageKey, all));
	}

}
