package org.calltolocalaction.notifications.preview;

import java.util.Arrays;
import java.util.Locale;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.template.MailPiece;
import org.calltolocalaction.notifications.template.Placeholder;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What could stand in the place of each placeholder. */
@Component("placeholderExamples")
public class Examples {

	private static final int A_FEW = 3;

	private final MessageSource messages;

	Examples(MessageSource messages) {
		this.messages = messages;
	}

	/** As a mail says it. */
	public String of(Placeholder placeholder, Locale language) {
		return placeholder.counted() ? String.valueOf(A_FEW)
				: messages.getMessage("templates.example." + placeholder.kind(), null, Languages.nearest(language));
	}

	Object[] of(MailPiece piece, Locale language) {
		int places = piece.placeholders().stream().mapToInt(Placeholder::place).max().orElse(-1) + 1;
		Object[] arguments = new Object[places];
		Arrays.fill(arguments, "");
		piece.placeholders()
			.forEach(placeholder -> arguments[placeholder.place()] = placeholder.counted() ? (Object) A_FEW
					: of(placeholder, language));
		return arguments;
	}

}
