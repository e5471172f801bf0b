package org.calltolocalaction.reviews.judging.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
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

	/**
	 * What a script reads; the same as of a pledge's draft, but a reviewer's own draft
	 * has nobody's changes to merge.
	 *
	 * @param saved whether it is safe; if not, a person has to do what the words say
	 */
	record Answer(boolean saved, String words, Map<String, List<String>> merged) {

		Answer(boolean saved, String words) {
			this(saved, words, Map.of());
		}

	}

	Answer of(SaveReviewDraft.Result result, Person reviewer) {
		if (result instanceof SaveReviewDraft.SavedBeside beside) {
			return new Answer(true, say("reviews.draft.saved-beside", minute(beside.at(), reviewer),
					people.person(beside.colleague()).name()));
		}
		if (result instanceof SaveReviewDraft.NotOpen) {
			return new Answer(false, say("reviews.draft.not-open"));
		}
		Instant at = result instanceof SaveReviewDraft.Saved saved ? saved.at() : clock.instant();
		return new Answer(true, say("reviews.draft.saved", minute(at, reviewer)));
	}

	Answer notStorable(FieldError error) {
		return new Answer(false, say(error.messageKey(), error.getArguments()));
	}

	private static String minute(Instant at, Person reviewer) {
		return MINUTE.format(at.atZone(reviewer.zone()));
	}

	private String say(String key, Object... arguments) {
		return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
