package org.calltolocalaction.pledges.files;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.pledges.files.AttachFile.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a text of Word would do once a reader's program brings them up to
 * date. What a field says may stand in several pieces, and in other fields within it,
 * which nobody can know before: such a field is taken for the worst that it can be.
 */
final class FieldCodes {

	/** They ask another program for their content. */
	private static final Set<String> CALLING = Set.of("DDE", "DDEAUTO");

	/** They fetch a file. */
	private static final Set<String> FETCHING = Set.of("INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK",
			"RD", "DATABASE");

	private static final char ANOTHER_FIELD = '\ufffc';

	private static final Pattern NAME = Pattern.compile("[\\s\\p{Z}]*(\"?)([\\p{L}" + ANOTHER_FIELD + "]+)\\1(.*)",
			Pattern.DOTALL);

	private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

	private static final int LONGEST = 65_536;

	private static final int DEEPEST = 100;

	/** The innermost first. */
	private final Deque<Field> open = new ArrayDeque<>();

	private static final class Field {

		private final StringBuilder code = new StringBuilder();

		/** Whether what follows is what it shows. */
		private boolean said;

		void says(CharSequence piece) {
			if (!said) {
				code.append(piece);
			}
		}

	}

	/** A field begins. */
	@Nullable Reason begins() {
		if (!open.isEmpty()) {
			open.element().says(String.valueOf(ANOTHER_FIELD));
		}
		open.push(new Field());
		return open.size() > DEEPEST ? Reason.WITH_MACROS : null;
	}

	/** A piece of what it says; without a beginning it is a field of its own. */
	@Nullable Reason says(String piece) {
		if (open.isEmpty()) {
			return reason(piece);
		}
		Field field = open.element();
		field.says(piece);
		return field.code.length() > LONGEST ? Reason.WITH_MACROS : reason(field.code.toString());
	}

	/** What it says is said; what it shows follows. */
	@Nullable Reason shows() {
		if (open.isEmpty()) {
			return null;
		}
		open.element().said = true;
		return reason(open.element().code.toString());
	}

	/** It is over. */
	@Nullable Reason ends() {
		return open.isEmpty() ? null : reason(open.pop().code.toString());
	}

	/** Why a document with a field that says this is not to be taken. */
	static @Nullable Reason reason(String code) {
		Matcher said = NAME.matcher(code);
		if (!said.matches()) {
			return null;
		}
		String name = said.group(2).toUpperCase(Locale.ROOT);
		if (CALLING.contains(name) || name.indexOf(ANOTHER_FIELD) >= 0) {
			return Reason.WITH_MACROS;
		}
		return FETCHING.contains(name) && fetchesFromElsewhere(said.group(3)) ? Reason.LINKED : null;
	}

	private static boolean fetchesFromElsewhere(String words) {
		if (words.indexOf(ANOTHER_FIELD) >= 0) {
			return true;
		}
		Matcher word = WORD.matcher(words);
		while (word.find()) {
			String plain = word.group(1) != null ? word.group(1) : word.group(2);
			// A backslash is written twice, but not by everybody.
			if (PartsFromElsewhere.elsewhere(plain) || PartsFromElsewhere.elsewhere(plain.replace("\\\\", "\\"))) {
				return true;
			}
		}
		return false;
	}

}
