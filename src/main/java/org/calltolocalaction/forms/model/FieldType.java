package org.calltolocalaction.forms.model;

import java.util.List;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.FormView;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * How one kind of question is asked, read and judged. Everything about a kind stands in
 * one place, so that a new kind is a new class and no other is touched.
 */
public interface FieldType {

	/**
	 * What was typed, as it was typed, or null where nothing was: drafts keep what cannot
	 * be understood yet.
	 */
	@Nullable Object bind(String path, MultiValueMap<String, String> posted);

	/** How many files answer it at most; none where the answer is typed. */
	default int mostFiles() {
		return 0;
	}

	/**
	 * Whether the answer stands in what a page posts. What is uploaded does not, so that
	 * no post can forge it.
	 */
	default boolean isTyped() {
		return mostFiles() == 0;
	}

	/**
	 * Whether a value could have come from this kind of field at all; a stored one may
	 * come from an import.
	 */
	boolean accepts(Object stored);

	/** Understands what is stored. */
	ParsedValue read(Field field, Object stored);

	/** Judges what was understood. */
	void check(Field field, Object value, Findings findings);

	/**
	 * The answer as it is stored once it was found right; only clock times differ, for
	 * they may want their zone.
	 */
	default Object stored(Field field, Object value, FormContext context) {
		return value;
	}

	/**
	 * What conditions see where there is no answer; form-js has one such value for each
	 * kind.
	 */
	@Nullable Object unanswered();

	/** What conditions see of an answer. */
	default @Nullable Object seenByConditions(Field field, @Nullable Object stored) {
		ParsedValue reading = stored == null || !accepts(stored) ? ParsedValue.UNANSWERED : read(field, stored);
		return reading.isAnswered() ? reading.value() : unanswered();
	}

	/** More characters than this are not stored, not even in a draft. */
	int ceiling(Field field);

	/** The message for a missing answer. */
	String missingKey();

	/** The id of the input that takes the focus. */
	default String anchor(String htmlId) {
		return htmlId;
	}

	/** The field as it is filled in. */
	FormView.Item item(Field field, FormView.Frame frame, @Nullable Object stored, FormContext context);

	/** The answer as it is read; null where it says no more than no answer. */
	FormSummary.@Nullable Answer shown(Field field, Object value, FormContext context);

	/**
	 * The values as hidden inputs carry them, for a field that is out of sight but was
	 * answered.
	 */
	List<FormView.Kept> kept(Field field, Object stored);

}
