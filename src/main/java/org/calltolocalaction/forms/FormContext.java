package org.calltolocalaction.forms;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a form needs to know of its surroundings. Option lists come from the caller,
 * labelled in this locale: the vocabularies are not the form's. Today and the zone of its
 * clock times come from the caller too.
 */
public record FormContext(Locale locale, Map<String, List<Option>> options, LocalDate today, ZoneId zone,
		List<FieldNote> notes) {

	/** Copies the lists, so that a context can be shared between requests. */
	public FormContext {
		options = Map.copyOf(options);
		notes = List.copyOf(notes);
	}

	/** The same where nobody remarked on anything. */
	public FormContext(Locale locale, Map<String, List<Option>> options, LocalDate today, ZoneId zone) {
		this(locale, options, today, zone, List.of());
	}

	/**
	 * The same for forms that ask for no time of day: without a zone of their own, times
	 * are those of UTC.
	 */
	public FormContext(Locale locale, Map<String, List<Option>> options, LocalDate today) {
		this(locale, options, today, ZoneOffset.UTC);
	}

	/** The same with remarks, each of which stands at its answer. */
	public FormContext noted(List<FieldNote> remarks) {
		return new FormContext(locale, options, today, zone, remarks);
	}

	/** What was remarked on the answer at this place. */
	public List<FieldNote> notesOn(String path) {
		return notes.stream().filter(note -> note.path().equals(path)).toList();
	}

	/**
	 * The list that a component asks for by its {@code valuesKey}; one that is not there
	 * is a mistake in the code.
	 */
	public List<Option> optionsNamed(String name) {
		List<Option> named = options.get(name);
		if (named == null) {
			throw new IllegalStateException(
					"The form asks for the option list '" + name + "', but the context holds only " + options.keySet());
		}
		return named;
	}

}
