package org.calltolocalaction.reviews.judging.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.calltolocalaction.forms.AutosaveAnswer;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.judging.SaveReviewDraft;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Tells a page what became of the draft that it saved by itself, in words that it only
 * has to show.
 */
@Component
class ReviewAutosave {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

	private final People people;

	private final MessageSource messages;

	private final Clock clock;

	ReviewAutosave(People people, MessageSource messages, Clock clock) {
		this.people = people;
		this.messages = messages;
		this.clock = clock;
	}

	AutosaveAnswer of(SaveReviewDraft.Result result, Person reviewer) {
		return result.fold(saved -> saved(saved.at(), reviewer), unchanged -> saved(clock.instant(), reviewer),
				beside -> AutosaveAnswer.saved(say("reviews.draft.saved-beside", minute(beside.at(), reviewer),
						people.person(beside.colleague()).name())),
				notOpen -> AutosaveAnswer.notSaved(say("reviews.draft.not-open")));
	}

	private AutosaveAnswer saved(Instant at, Person reviewer) {
		return AutosaveAnswer.saved(say("reviews.draft.saved", minute(at, reviewer)));
	}

	AutosaveAnswer notStorable(FieldError error) {
		return AutosaveAnswer.notSaved(say(error.messageKey(), error.getArguments()));
	}

	private static String minute(Instant at, Person reviewer) {
		return MINUTE.format(at.atZone(reviewer.zone()));
	}

	private String say(String key, Object... arguments) {
		return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
