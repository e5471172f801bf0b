package org.calltolocalaction.coordination.web.edition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.calltolocalaction.coordination.OpeningForecast;
import org.calltolocalaction.coordination.OpeningForecast.Forecast;
import org.calltolocalaction.coordination.SetUpEdition.ToRead;
import org.calltolocalaction.coordination.web.deadline.Zones;
import org.calltolocalaction.coordination.web.deadline.Zones.Zone;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionSetup;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.SignOffRule;
import org.calltolocalaction.editions.SuggestSetup;
import org.calltolocalaction.editions.SuggestSetup.Suggestion;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.criteria.Criteria;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.judgement.ReviewForm;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the form with which a call is opened, and what is read before it is. */
@Component
class OpenEditionPages {

	private final SuggestSetup suggestSetup;

	private final OpeningForecast forecast;

	private final Editions editions;

	private final Vocabulary vocabulary;

	private final ReviewForm reviewForm;

	private final Zones zones;

	private final Clock clock;

	OpenEditionPages(SuggestSetup suggestSetup, OpeningForecast forecast, Editions editions, Vocabulary vocabulary,
			ReviewForm reviewForm, Zones zones, Clock clock) {
		this.suggestSetup = suggestSetup;
		this.forecast = forecast;
		this.editions = editions;
		this.vocabulary = vocabulary;
		this.reviewForm = reviewForm;
		this.zones = zones;
		this.clock = clock;
	}

	/**
	 * What there is to choose from when a call is opened.
	 *
	 * @param suggestion what the form began with, and from which edition that is
	 * @param criteria in the words of the form on which they are asked
	 * @param openCall the call beside which no other can be opened: while there is one,
	 * the page says so instead of asking; null where there is none
	 * @param waiting how many pledges wait for the edition that is opened next
	 */
	record OpenEditionPage(Suggestion suggestion, List<Zone> zones, List<String> partnerCodes,
			Map<Criterion, String> criteria, @Nullable Edition openCall, long waiting) {

		/** What can be asked of governments. */
		public List<SignOffRule> signOffRules() {
			return List.of(SignOffRule.values());
		}

		/** How much a criterion can weigh. */
		public List<Integer> weights() {
			return IntStream.rangeClosed(0, Criteria.HEAVIEST).boxed().toList();
		}

		/** The last edition, from which it was taken; null where there is none. */
		public @Nullable Edition last() {
			return suggestion.last().orElse(null);
		}

		/** When the contents are confirmed where no day is typed. */
		public int usualContentsDays() {
			return ReviewCalendar.usualContentsDays();
		}

	}

	/**
	 * All that is opened, and what follows, to be read once more.
	 *
	 * @param changed whether something else would follow by now than was read before
	 * @param reminders the earliest first
	 * @param criteria in the words of the form on which they are asked
	 * @param boxes the names of what was typed, to be sent along
	 */
	record OpenPreviewPage(EditionSetup setup, Forecast forecast, boolean changed, List<Reminder> reminders,
			Map<Criterion, String> criteria, List<String> boxes) {

		/** The day on which the contents are to be confirmed. */
		public LocalDate contents() {
			return setup.reviewCalendar().contents(setup.deadline());
		}

		/** The day from which nobody waits for reviews any more. */
		public Instant cutOff() {
			return setup.reviewCalendar().cutOff(setup.deadline());
		}

	}

	/**
	 * One reminder before the deadline.
	 *
	 * @param over whether it would have been due already: then it is not sent
	 */
	record Reminder(int days, ZonedDateTime at, boolean over) {

		/** On the calendar of the deadline's zone. */
		public LocalDate day() {
			return at.toLocalDate();
		}

	}

	OpenEditionPage form(OpenEditionForm form, Person by, Locale language) {
		Suggestion suggestion = form.editionYear().map(suggestSetup::of).orElseGet(suggestSetup::next);
		return new OpenEditionPage(suggestion, zones.all(),
				vocabulary.activePartners().stream().map(PartnerCode::value).toList(), reviewForm.names(language),
				editions.open().orElse(null), forecast.waiting(by));
	}

	OpenPreviewPage preview(EditionSetup setup, ToRead toRead, Locale language) {
		List<Reminder> reminders = setup.reminders().days().stream().map(days -> reminder(setup, days)).toList();
		return new OpenPreviewPage(setup, toRead.forecast(), toRead.changed(), reminders, reviewForm.names(language),
				OpenEditionForm.BOXES);
	}

	private Reminder reminder(EditionSetup setup, int days) {
		ZonedDateTime at = setup.deadline().zoned().minus(Period.ofDays(days));
		return new Reminder(days, at, !at.toInstant().isAfter(clock.instant()));
	}

}
