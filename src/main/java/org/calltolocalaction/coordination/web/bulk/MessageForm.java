package org.calltolocalaction.coordination.web.bulk;

import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.notifications.coordinators.Message;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * A message to governments as it is typed.
 *
 * @param writtenIn the code of its language
 */
record MessageForm(@As(Text.LINE) String subject, @As(Text.PROSE) String text, @As(Text.CHOICE) String writtenIn) {

	static final int LONGEST_SUBJECT = 120;

	static final int LONGEST_TEXT = 5_000;

	static MessageForm in(Locale language) {
		return new MessageForm("", "", Languages.nearest(language).getLanguage());
	}

	void check(Errors errors) {
		check("subject", subject, LONGEST_SUBJECT, errors);
		check("text", text, LONGEST_TEXT, errors);
		if (language().isEmpty()) {
			errors.rejectValue("writtenIn", "bulk.write.writtenIn.missing");
		}
	}

	private static void check(String field, String typed, int longest, Errors errors) {
		if (!StringUtils.hasText(typed)) {
			errors.rejectValue(field, "bulk.write." + field + ".missing");
		}
		else if (typed.length() > longest) {
			errors.rejectValue(field, "bulk.write." + field + ".long", new Object[] { longest, typed.length() }, null);
		}
	}

	private Optional<Locale> language() {
		return Languages.ALL.stream().filter(language -> language.getLanguage().equals(writtenIn)).findFirst();
	}

	/** Where nothing is wrong with it. */
	Message message() {
		return new Message(subject, text, language().orElseThrow());
	}

}
