package org.calltolocalaction.kernel.address;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people paste where an address is asked for, down to the address itself: without
 * what cannot be seen, without the name beside it, without {@code mailto:}. Nothing is
 * guessed: where two addresses stand, or a space is in one, it is none.
 */
final class PastedAddress {

	/** Beyond this nobody pasted an address; what is longer is not looked at. */
	private static final int LONGEST = 2_000;

	private static final Pattern MAILTO = Pattern.compile("(?i)mailto:([^?]*)(?:\\?.*)?");

	private static final Pattern NAMED = Pattern.compile("([^<>]*)<([^<>]*)>");

	private static final Pattern ESCAPED = Pattern.compile("%([0-9A-Fa-f]{2})");

	private PastedAddress() {
	}

	static Optional<String> of(String pasted) {
		if (pasted == null || pasted.length() > LONGEST) {
			return Optional.empty();
		}
		String text = trimmed(withoutListEnd(trimmed(visible(pasted))));
		Matcher named = NAMED.matcher(text);
		if (!named.matches()) {
			return address(text);
		}
		Optional<String> address = address(trimmed(named.group(2)));
		String name = trimmed(named.group(1)).replaceAll("^[\"'“”«»„]|[\"'“”«»„]$", "");
		// A name that is another address is no name: which of the two is meant?
		return address.filter(found -> name.indexOf('@') < 0 || found.equalsIgnoreCase(name));
	}

	private static Optional<String> address(String text) {
		Matcher mailto = MAILTO.matcher(text);
		Optional<String> address = mailto.matches() ? unescaped(mailto.group(1)).map(PastedAddress::visible)
				: Optional.of(text);
		return address.map(PastedAddress::trimmed)
			.filter(found -> !found.isEmpty() && found.codePoints().noneMatch(UCharacter::isUWhiteSpace));
	}

	/**
	 * Without what takes no place on the screen (zero-width and bidirectional marks, soft
	 * hyphens, byte order marks, controls), and with East Asian wide letters as the usual
	 * ones. Joiners stay where a script needs them.
	 */
	private static String visible(String text) {
		StringBuilder seen = new StringBuilder(text.length());
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			int next = i + Character.charCount(character);
			if (!invisible(character) || joins(text, i, next)) {
				seen.appendCodePoint(narrow(character));
			}
			i = next;
		}
		return seen.toString();
	}

	private static boolean invisible(int character) {
		return UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
				|| character >= 0xFFF9 && character <= 0xFFFB
				|| UCharacter.getType(character) == Character.CONTROL && !UCharacter.isUWhiteSpace(character);
	}

	// Between two letters of a script that writes with them (RFC 5892, appendix A), a
	// joiner is spelling.
	private static boolean joins(String text, int at, int next) {
		int character = text.codePointAt(at);
		if (character != 0x200C && character != 0x200D || at == 0 || next >= text.length()) {
			return false;
		}
		int before = text.codePointBefore(at);
		return UCharacter.getCombiningClass(before) == 9
				|| character == 0x200C && joining(before) && joining(text.codePointAt(next));
	}

	private static boolean joining(int character) {
		int type = UCharacter.getIntPropertyValue(character, UProperty.JOINING_TYPE);
		return type == UCharacter.JoiningType.DUAL_JOINING || type == UCharacter.JoiningType.LEFT_JOINING
				|| type == UCharacter.JoiningType.RIGHT_JOINING;
	}

	private static int narrow(int character) {
		return character >= 0xFF01 && character <= 0xFF5E ? character - 0xFF01 + 0x21 : character;
	}

	private static String trimmed(String text) {
		int from = 0;
		int to = text.length();
		while (from < to && UCharacter.isUWhiteSpace(text.codePointAt(from))) {
			from += Character.charCount(text.codePointAt(from));
		}
		while (to > from && UCharacter.isUWhiteSpace(text.codePointBefore(to))) {
			to -= Character.charCount(text.codePointBefore(to));
		}
		return text.substring(from, to);
	}

	// Copied out of a list of recipients.
	private static String withoutListEnd(String text) {
		return text.endsWith(";") || text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
	}

	private static Optional<String> unescaped(String text) {
		byte[] escaped = text.getBytes(StandardCharsets.UTF_8);
		ByteBuffer bytes = ByteBuffer.allocate(escaped.length);
		Matcher code = ESCAPED.matcher(text);
		int end = 0;
		while (code.find()) {
			bytes.put(text.substring(end, code.start()).getBytes(StandardCharsets.UTF_8));
			bytes.put((byte) Integer.parseInt(code.group(1), 16));
			end = code.end();
		}
		bytes.put(text.substring(end).getBytes(StandardCharsets.UTF_8)).flip();
		try {
			return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
		}
		catch (CharacterCodingException notText) {
			return Optional.empty();
		}
	}

}
