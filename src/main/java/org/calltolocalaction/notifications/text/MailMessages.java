package org.calltolocalaction.notifications.text;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.calltolocalaction.notifications.template.OwnWords;
import org.springframework.context.MessageSource;

/**
 * The texts of the mails in one language: in the coordinators' own words, where they
 * wrote some, and in the standard ones.
 *
 * @param said the keys of what was said so far
 */
record MailMessages(MessageSource messages, OwnWords own, Locale language, Set<String> said) {

	MailMessages(MessageSource messages, OwnWords own, Locale language) {
		this(messages, own, language, new LinkedHashSet<>());
	}

	/**
	 * The text, with each argument in one line. Years go in as text: a number would be
	 * given thousands.
	 */
	public String say(String key, Object... arguments) {
		Object[] lines = Arrays.stream(arguments).map(MailMessages::inOneLine).toArray();
		said.add(key);
		return own.find(key, language)
			.map(text -> text.say(lines, language))
			.orElseGet(() -> messages.getMessage(key, lines, language));
	}

	private static Object inOneLine(Object argument) {
		return argument instanceof Number ? argument : OneLine.of(argument.toString());
	}

}
