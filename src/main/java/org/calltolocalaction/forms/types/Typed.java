package org.calltolocalaction.forms.types;

import java.util.List;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.model.Field;
import org.springframework.util.MultiValueMap;

/** What browsers send, and how form-js looks at it. */
final class Typed {

	private Typed() {
	}

	/** The first value sent under that name, with line breaks as JavaScript has them; null where nothing was typed. */
	static String first(MultiValueMap<String, String> posted, String name) {
		String value = posted.getFirst(name);
		return value == null || value.isEmpty() ? null : value.replace("\r\n", "\n").replace('\r', '\n');
	}

	/** What was typed into one box of several; empty where nothing was. */
	static String box(MultiValueMap<String, String> posted, String name) {
		String typed = first(posted, name);
		return typed == null ? "" : typed;
	}

	/** Trims as JavaScript does: no-break spaces and byte-order marks go too, which Java's strip() leaves. */
	static String trimmed(String value) {
		int start = 0;
		int end = value.length();
		while (start < end && isBlank(value.charAt(start))) {
			start++;
		}
		while (end > start && isBlank(value.charAt(end - 1))) {
			end--;
		}
		return value.substring(start, end);
	}

	static List<FormView.Kept> kept(String name, String value) {
		return value == null || value.isEmpty() ? List.of() : List.of(new FormView.Kept(name, value));
	}

	/** What stands before and after the input, such as a currency. */
	static FormView.Adorners adorners(Field field, FormContext context) {
		return new FormView.Adorners(field.wording().text("prefixAdorner", context.locale()),
				field.wording().text("suffixAdorner", context.locale()));
	}

	private static boolean isBlank(char character) {
		return Character.isSpaceChar(character) || character >= '\t' && character <= '\r' || character == '\uFEFF';
	}

}
