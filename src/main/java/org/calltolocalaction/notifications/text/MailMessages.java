package org.calltolocalaction.notifications.text;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** The texts of the mails in one language. */
record MailMessages(MessageSource messages, Locale language) {

	/**
	 * The text, with each argument in one line. Years go in as text: a number would be
	 * given thousands.
	 */
	public String say(String key, Object... arguments) {
		Object[] lines = Arrays.stream(arguments).map(MailMessages::inOneLine).toArray();
		return messages.getMessage(key, lines, language);
	}

	private static Object inOneLine(Object argument) {
		return argument instanceof Number ? argument : OneLine.of(argument.toString());
	}

}
