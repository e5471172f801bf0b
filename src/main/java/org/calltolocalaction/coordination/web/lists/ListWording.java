package org.calltolocalaction.coordination.web.lists;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.calltolocalaction.coordination.lists.PledgeLine;
import org.calltolocalaction.coordination.lists.Step;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.reviews.ReviewState;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.context.MessageSource;

/**
 * How lists and files say what a line knows, in the language and zone of their reader.
 */
record ListWording(MessageSource messages, Vocabulary vocabulary, DateFormats dates, Locale language, ZoneId zone) {

	String message(String key, Object... arguments) {
		return messages.getMessage(key, arguments, language);
	}

	String label(String list, String code) {
		return vocabulary.label(list, code, language);
	}

	String partner(PartnerCode partner) {
		return vocabulary.shortLabel(Vocabulary.PARTNERS, partner.value(), language);
	}

	String day(Instant instant) {
		return dates.day(instant, zone, language);
	}

	String state(PledgeLine line) {
		return step(line.step());
	}

	String step(Step step) {
		return message("glance.step." + step.name());
	}

	String countsFor(PledgeLine line) {
		return line.countsFor().map(EditionYear::toString).orElseGet(() -> message("glance.next"));
	}

	String said(PledgeLine.PartnerReview review) {
		if (review.open()) {
			return message("coordination.review.due", day(review.dueAt()));
		}
		return review.recommendation()
			.filter(said -> review.state() == ReviewState.COMPLETED)
			.map(said -> message("coordination.recommendation." + said.name()))
			.orElseGet(() -> message("coordination.review.cancelled"));
	}

}
