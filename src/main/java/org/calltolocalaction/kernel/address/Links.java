package org.calltolocalaction.kernel.address;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Finds what a mail program would show as a link. The names of people and governments
 * stand in mails to others, who must not be led anywhere by what somebody has typed about
 * themselves.
 */
public final class Links {

	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u00AD\\u034F]");

	/** Full stops of other scripts, which programs read as dots of an address. */
	private static final Pattern DOTS = Pattern.compile("[\\u3002\\uFF61\\uFE52\\u2024]");

	private static final Pattern LINK = Pattern.compile(
			// https://…, //…, mailto:…
			"[\\p{L}\\p{N}+.-]+://|(?:^|\\s)//+\\S|\\b(?:mailto|tel|javascript|data|xmpp|sms|skype|whatsapp):\\S"
					// www.…, name@…
					+ "|\\bwww\\d?\\.|\\S@\\S"
					// example.org, also in the midst of a sentence: letters follow a dot
					// at once
					+ "|[\\p{L}\\p{N}_-]\\.(?:\\p{L}{2,}|xn--)"
					// 192.0.2.1
					+ "|\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private Links() {
	}

	/** Whether anything in the text looks like an address of the web or of mail. */
	public static boolean in(String text) {
		String plain = DOTS.matcher(INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(""))
			.replaceAll(".");
		return LINK.matcher(plain).find();
	}

}
