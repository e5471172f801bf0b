package org.calltolocalaction.forms.model;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.forms.expression.Phrase;
import org.calltolocalaction.forms.expression.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one component: English from the form, other languages from the file beside
 * it. A text that is not translated is shown in English, because a form with a gap is
 * better than none.
 */
public record ComponentTexts(Map<String, Phrase> english, Map<String, Map<String, Phrase>> translated, Scope scope) {

	private static final Set<String> ONLY_TO_FILL_IN = Set.of("description", "missing", "future", "example", "hint",
			"add", "remove");

	/** The same texts at a place of the form, where their templates find the answers. */
	public ComponentTexts in(Scope place) {
		return new ComponentTexts(english, translated, place);
	}

	/**
	 * The text of that name in the reader's language, or null where the author wrote
	 * none.
	 */
	public @Nullable String text(String name, Locale locale) {
		// form-js shows one line of what a template yields.
		String text = markup(name, locale, UnaryOperator.identity());
		return text == null || text.indexOf('\n') < 0 ? text : text.substring(0, text.indexOf('\n'));
	}

	/**
	 * The same where the text is markup, so that what comes from the answers has to be
	 * made harmless first.
	 */
	public @Nullable String markup(String name, Locale locale, UnaryOperator<String> inserted) {
		Phrase own = translated.getOrDefault(locale.getLanguage(), Map.of()).get(name);
		Phrase phrase = own == null ? english.get(name) : own;
		return phrase == null ? null : phrase.in(scope, inserted);
	}

	/** The same where a form is not read without it. */
	public String required(String name, Locale locale) {
		return written(text(name, locale));
	}

	/** What a reader sees above the component. */
	public String label(Locale locale) {
		return written(anyLabel(locale));
	}

	private @Nullable String anyLabel(Locale locale) {
		String label = text("label", locale);
		String dateLabel = label == null ? text("dateLabel", locale) : label;
		return dateLabel == null ? text("timeLabel", locale) : dateLabel;
	}

	private static String written(@Nullable String text) {
		return Objects.requireNonNull(text, "A form is read only if its author wrote this text");
	}

	/**
	 * What a sentence or a table calls the component: a question is too long for that.
	 */
	public String name(Locale locale) {
		return written(anyName(locale).orElse(null));
	}

	/** The same for a component that need not have any. */
	public Optional<String> anyName(Locale locale) {
		String name = text("name", locale);
		return Optional.ofNullable(name == null ? anyLabel(locale) : name);
	}

	/** Whether they are the same whatever is answered. */
	public boolean isFixed() {
		return names().isEmpty();
	}

	/** What the texts depend on. */
	Set<String> names() {
		return names(text -> true);
	}

	/**
	 * What those texts depend on that are shown with an answer, and not only to whoever
	 * fills the form in.
	 */
	public Set<String> namesShownWithAnswers() {
		return names(text -> !ONLY_TO_FILL_IN.contains(text));
	}

	private Set<String> names(Predicate<String> wanted) {
		return Stream.concat(Stream.of(english), translated.values().stream())
			.flatMap(texts -> texts.entrySet().stream())
			.filter(text -> wanted.test(text.getKey()))
			.flatMap(text -> text.getValue().names().stream())
			.collect(Collectors.toSet());
	}

}
