package org.calltolocalaction.forms.types;

import java.util.List;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.kernel.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What browsers send, and how form-js looks at it. */
final class BrowserInput {

	private BrowserInput() {
	}

	/**
	 * The first value sent under that name, as it is meant; null where nothing was typed.
	 */
	static @Nullable String first(MultiValueMap<String, String> posted, String name, Text meant) {
		String value = posted.getFirst(name);
		return value == null || value.isEmpty() ? null : meant.of(value);
	}

	/**
	 * The same of a value that a page or a picker made, or of a short one that is read by
	 * itself.
	 */
	static @Nullable String first(MultiValueMap<String, String> posted, String name) {
		return first(posted, name, Text.CHOICE);
	}

	/** What was typed into one box of several; empty where nothing was. */
	static String box(MultiValueMap<String, String> posted, String name) {
		String typed = first(posted, name);
		return typed == null ? "" : typed;
	}

	/**
	 * Trims as JavaScript does, no-break spaces and byte-order marks too, and whatever
	 * else is not seen.
	 */
	static String trimmed(String value) {
		return Text.trimmed(value);
	}

	static List<FormView.Kept> kept(String name, String value) {
		return value == null || value.isEmpty() ? List.of() : List.of(new FormView.Kept(name, value));
	}

	/** What stands before and after the input, such as a currency. */
	static FormView.Adorners adorners(Field field, FormContext context) {
		return new FormView.Adorners(field.wording().text("prefixAdorner", context.locale()),
				field.wording().text("suffixAdorner", context.locale()));
	}

}
