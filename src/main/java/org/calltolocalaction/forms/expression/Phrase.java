package org.calltolocalaction.forms.expression;

import java.util.Set;
import java.util.function.UnaryOperator;

/** A text of a form: fixed words, or a template into which answers are set. */
public interface Phrase {

	/**
	 * The text at this place; whatever comes from the answers goes through
	 * {@code inserted} first.
	 */
	String in(Scope scope, UnaryOperator<String> inserted);

	/** What the text depends on. */
	Set<String> names();

	/** Words without anything to insert. */
	static Phrase of(String words) {
		return new Phrase() {

			@Override
			public String in(Scope scope, UnaryOperator<String> inserted) {
				return words;
			}

			@Override
			public Set<String> names() {
				return Set.of();
			}

		};
	}

}
