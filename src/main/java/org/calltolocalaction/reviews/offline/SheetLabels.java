package org.calltolocalaction.reviews.offline;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What stands above the columns, in each language: the row with the keys is hidden and
 * may be lost, and above the labels people sort without noticing.
 */
@Component
class SheetLabels {

	private final SheetQuestions questions;

	private final MessageSource messages;

	SheetLabels(SheetQuestions questions, MessageSource messages) {
		this.questions = questions;
		this.messages = messages;
	}

	/** The keys by their labels in plain letters, for each language. */
	List<Map<String, String>> inEachLanguage() {
		return Languages.ALL.stream().map(this::in).toList();
	}

	private Map<String, String> in(Locale language) {
		Map<String, String> keys = new HashMap<>();
		SheetColumns.BEFORE_THE_QUESTIONS.forEach(key -> keys
			.put(Text.plain(messages.getMessage("reviews.offline.column." + key.substring(1), null, language)), key));
		questions.in(language).forEach(question -> keys.putIfAbsent(Text.plain(question.label()), question.name()));
		return keys;
	}

}
