package org.calltolocalaction.kernel.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people type and paste, brought into one shape at the border of the desk, by what
 * it is meant for. It is never refused for how it was written: what cannot be stored or
 * seen is taken out, silently, and the rest is kept. Comparison keys for names and
 * searches come from here too, so that what looks alike is found alike.
 *
 * <p>
 * Whatever the purpose: letters are composed (NFC), every kind of line break is a line
 * feed or a space, and control characters, halves of surrogate pairs and what Unicode
 * says is no character are gone.
 */
public enum Text {

	/**
	 * Text of several lines. Spaces are left as they were set, joiners and marks of
	 * direction where scripts and emoji need them. What would turn the words around it,
	 * or splits a word unseen, is not.
	 */
	PROSE,

	/** The same on one line. */
	LINE,

	/**
	 * What somebody or something is called: one line, single spaces, and nothing unseen.
	 */
	NAME,

	/** A web or mail address: nothing unseen, and no spaces around it. */
	ADDRESS,

	/**
	 * A code, number, date or reference: nothing unseen, no spaces at all, wide letters
	 * and every dash made plain.
	 */
	IDENTIFIER,

	/**
	 * One of what was offered, by its code or in its words: one line without anything
	 * unseen.
	 */
	CHOICE,

	/** What is looked for: as a name, whatever the spaces. */
	SEARCH;

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern NOT_IN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	private static final Pattern DASHES = Pattern.compile("\\p{Pd}|\u2212");

	private static final Pattern MARKS_OF_DIRECTION = Pattern.compile("[\u200E\u200F\u061C\u2066-\u2069]");

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

	private static final int MOST_MARKS = 30;

	/**
	 * Scripts that write without spaces and mark the ends of words by one of no width.
	 */
	private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(UnicodeScript.THAI, UnicodeScript.LAO,
			UnicodeScript.KHMER, UnicodeScript.MYANMAR);

	/**
	 * Scripts in which people know a letter with a stroke, or two grown together, by the
	 * plain ones.
	 */
	private static final Map<Integer, String> PLAIN = Map.ofEntries(Map.entry((int) 'ø', "o"),
			Map.entry((int) 'ł', "l"), Map.entry((int) 'đ', "d"), Map.entry((int) 'ð', "d"), Map.entry((int) 'ħ', "h"),
			Map.entry((int) 'ŧ', "t"), Map.entry((int) 'ı', "i"), Map.entry((int) 'ß', "ss"),
			Map.entry((int) 'æ', "ae"), Map.entry((int) 'œ', "oe"), Map.entry((int) 'þ', "th"),
			Map.entry((int) 'ŋ', "n"), Map.entry((int) 'ς', "σ"));

	/** What was typed, as this is kept; nothing at all is the empty text. */
	public String of(String typed) {
		if (typed == null) {
			return "";
		}
		String storable = storable(typed);
		return switch (this) {
			case PROSE -> seen(storable);
			case LINE -> oneLine(seen(storable));
			case CHOICE -> SPACES.matcher(withoutUnseen(oneLine(storable))).replaceAll(" ").strip();
			case NAME, SEARCH ->
				SPACES.matcher(seen(withoutMarksOfDirection(oneLine(storable)))).replaceAll(" ").strip();
			case ADDRESS -> trimmed(withoutUnseen(oneLine(storable)));
			case IDENTIFIER ->
				normalized(DASHES.matcher(SPACES.matcher(withoutUnseen(normalized(storable, Form.NFKC))).replaceAll(""))
					.replaceAll("-"), Form.NFKC);
		};
	}

	/**
	 * What holds for every text, whatever it is for: it can be stored, sent and drawn. A
	 * request is brought into this shape before anybody reads it.
	 */
	public static String storable(String typed) {
		if (typed.chars().allMatch(letter -> letter >= ' ' && letter < 0x7F)) {
			return typed;
		}
		StringBuilder kept = new StringBuilder(typed.length());
		for (int at = 0; at < typed.length();) {
			int letter = typed.codePointAt(at);
			int next = at + Character.charCount(letter);
			if (letter == '\r') {
				kept.append('\n');
				next += next < typed.length() && typed.charAt(next) == '\n' ? 1 : 0;
			}
			else if (isLineBreak(letter)) {
				kept.append('\n');
			}
			else if (!isNoCharacter(letter)) {
				kept.appendCodePoint(letter);
			}
			at = next;
		}
		return normalized(kept, Form.NFC);
	}

	/** Without the spaces of any kind, and what is not seen, around it. */
	public static String trimmed(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && isBlank(text.codePointAt(start))) {
			start += Character.charCount(text.codePointAt(start));
		}
		while (end > start && isBlank(text.codePointBefore(end))) {
			end -= Character.charCount(text.codePointBefore(end));
		}
		return text.substring(start, end);
	}

	/**
	 * By which names are the same and words are found: small letters without accents, and
	 * single spaces where anything else stood. It is for comparing only and never shown.
	 */
	public static String comparable(String text) {
		return NOT_IN_WORDS.matcher(plain(text)).replaceAll(" ").strip();
	}

	/** The same with its punctuation, for whoever looks for a sign among the words. */
	public static String plain(String text) {
		String seen = withoutUnseen(storable(text));
		String decomposed = MARKS.matcher(normalized(seen, Form.NFKD)).replaceAll("");
		StringBuilder plain = new StringBuilder(decomposed.length());
		// Twice, because there are capitals that become a small letter with a mark.
		String small = MARKS.matcher(normalized(decomposed.toLowerCase(Locale.ROOT), Form.NFKD)).replaceAll("");
		small.codePoints().forEach(letter -> plain.append(PLAIN.getOrDefault(letter, Character.toString(letter))));
		return SPACES.matcher(plain).replaceAll(" ").strip();
	}

	// Marks are put into order by sorting: of a million on one letter that would take
	// hours. No language has that many.
	private static String normalized(CharSequence text, Form form) {
		StringBuilder kept = new StringBuilder(text.length());
		int marks = 0;
		for (int at = 0; at < text.length();) {
			int letter = Character.codePointAt(text, at);
			marks = isMark(letter) ? marks + 1 : 0;
			if (marks <= MOST_MARKS) {
				kept.appendCodePoint(letter);
			}
			at += Character.charCount(letter);
		}
		return Normalizer.normalize(kept, form);
	}

	private static String oneLine(String text) {
		return text.replace('\n', ' ').replace('\t', ' ');
	}

	// In prose and names some signs that are not seen do something for the letters beside
	// them; elsewhere they only
	// part what belongs together, or lead astray.
	private static String seen(String text) {
		if (text.codePoints().noneMatch(Text::isUnseen)) {
			return text;
		}
		boolean balanced = isolatesAreBalanced(text);
		StringBuilder kept = new StringBuilder(text.length());
		for (int at = 0; at < text.length();) {
			int letter = text.codePointAt(at);
			int next = at + Character.charCount(letter);
			if (!isUnseen(letter)
					|| isNeeded(letter, kept, next < text.length() ? text.codePointAt(next) : ' ', balanced)) {
				kept.appendCodePoint(letter);
			}
			at = next;
		}
		return normalized(kept, Form.NFC);
	}

	private static boolean isNeeded(int letter, StringBuilder before, int after, boolean balanced) {
		int last = before.isEmpty() ? ' ' : before.codePointBefore(before.length());
		return switch (letter) {
			// Joiners: Persian, Indic scripts, families of emoji.
			case 0x200C, 0x200D ->
				!isAscii(last) && !isAscii(after) && !Character.isWhitespace(last) && !isUnseen(last);
			case 0x200B ->
				WITHOUT_SPACES.contains(UnicodeScript.of(last)) && WITHOUT_SPACES.contains(UnicodeScript.of(after));
			// Marks of direction say where a full stop belongs.
			case 0x200E, 0x200F, 0x061C -> true;
			case 0x2066, 0x2067, 0x2068, 0x2069 -> balanced;
			// Which of its pictures an emoji has; the letters that make a flag of a
			// region.
			default -> isVariation(letter) ? !isAscii(last) || last == '#' || last == '*' || Character.isDigit(last)
					: isTag(letter) && (last == 0x1F3F4 || isTag(last));
		};
	}

	// An isolate that is not closed turns around whatever follows.
	private static boolean isolatesAreBalanced(String text) {
		int open = 0;
		for (int at = 0; at < text.length(); at++) {
			char letter = text.charAt(at);
			open += letter >= 0x2066 && letter <= 0x2068 ? 1 : letter == 0x2069 ? -1 : 0;
			if (open < 0 || letter == '\n' && open > 0) {
				return false;
			}
		}
		return open == 0;
	}

	private static String withoutMarksOfDirection(String text) {
		return MARKS_OF_DIRECTION.matcher(text).replaceAll("");
	}

	private static String withoutUnseen(String text) {
		if (text.codePoints().noneMatch(Text::isUnseen)) {
			return text;
		}
		StringBuilder kept = new StringBuilder(text.length());
		text.codePoints().filter(letter -> !isUnseen(letter)).forEach(kept::appendCodePoint);
		return normalized(kept, Form.NFC);
	}

	/** VT is what Word makes of Shift and Enter, NEL what mainframes end lines by. */
	private static boolean isLineBreak(int letter) {
		return letter == 0x0B || letter == 0x0C || letter == 0x85 || letter == 0x2028 || letter == 0x2029;
	}

	// PostgreSQL refuses NUL, XML the other controls, and halves of surrogate pairs are
	// no UTF-8.
	private static boolean isNoCharacter(int letter) {
		return Character.isISOControl(letter) && letter != '\n' && letter != '\t'
				|| letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE || (letter & 0xFFFE) == 0xFFFE
				|| letter >= 0xFDD0 && letter <= 0xFDEF || letter == 0xFEFF;
	}

	// Format characters, fillers that are letters by name only, and selectors of
	// variants.
	private static boolean isUnseen(int letter) {
		return Character.getType(letter) == Character.FORMAT && !isArabicSign(letter) || letter == 0x034F
				|| letter == 0x115F || letter == 0x1160 || letter == 0x3164 || letter == 0xFFA0 || letter == 0x17B4
				|| letter == 0x17B5 || letter == 0x2065 || letter == 0xFFFC || isVariation(letter)
				|| letter >= 0xE0000 && letter <= 0xE0FFF;
	}

	// Signs around numbers in Arabic and Syriac, which are drawn.
	private static boolean isArabicSign(int letter) {
		return letter >= 0x0600 && letter <= 0x0605 || letter == 0x06DD || letter == 0x070F || letter == 0x0890
				|| letter == 0x0891 || letter == 0x08E2 || letter == 0x110BD || letter == 0x110CD;
	}

	private static boolean isMark(int letter) {
		int type = Character.getType(letter);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
				|| type == Character.ENCLOSING_MARK;
	}

	private static boolean isVariation(int letter) {
		return letter >= 0xFE00 && letter <= 0xFE0F || letter >= 0xE0100 && letter <= 0xE01EF
				|| letter >= 0x180B && letter <= 0x180F;
	}

	private static boolean isTag(int letter) {
		return letter >= 0xE0020 && letter <= 0xE007F;
	}

	private static boolean isAscii(int letter) {
		return letter < 0x80;
	}

	private static boolean isBlank(int letter) {
		return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || isUnseen(letter)
				|| isNoCharacter(letter);
	}

}
