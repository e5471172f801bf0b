package org.calltolocalaction.editions.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.calendar.CalendarEntry;
import org.calltolocalaction.kernel.calendar.CalendarEntry.Certainty;
import org.calltolocalaction.kernel.text.DateFormats;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The dates of an edition that everybody may know. The grace after its deadline is none
 * of them.
 */
@Component
class EditionDates {

	private final DateFormats dates;

	private final MessageSource messages;

	private final DeskProperties desk;

	EditionDates(DateFormats dates, MessageSource messages, DeskProperties desk) {
		this.dates = dates;
		this.messages = messages;
		this.desk = desk;
	}

	/**
	 * Nothing of an edition that was never opened. What was called off stays in, as
	 * called off, because calendars have it already.
	 */
	List<CalendarEntry> of(Edition edition, Locale language) {
		List<CalendarEntry> entries = new ArrayList<>();
		edition.openedAt().ifPresent(opened -> entries.add(opening(edition, opened, language)));
		if (edition.datesRevision() > 0 || edition.openedAt().isPresent()) {
			entries.add(deadline(edition, language));
			entries.add(contents(edition, language));
		}
		edition.publishedAt().ifPresent(published -> entries.add(report(edition, published, language)));
		return entries;
	}

	private CalendarEntry opening(Edition edition, Instant opened, Locale language) {
		return entry(edition, "opening", day(opened, edition), say("editions.calendar.opening", edition, language),
				about(edition, "editions.calendar.opening.about", language), Certainty.CERTAIN, 0, opened, language);
	}

	private CalendarEntry deadline(Edition edition, Locale language) {
		Deadline deadline = edition.deadline();
		String summary = messages.getMessage("editions.calendar.deadline",
				new Object[] { edition.year().toString(), dates.until(deadline.instant(), deadline.zone(), language) },
				language);
		return entry(edition, "deadline", deadline.instant(), summary,
				about(edition, "editions.calendar.deadline.about", language), standing(edition, Certainty.CERTAIN),
				edition.datesRevision(), changed(edition), language);
	}

	// Until it is done, the day is a plan.
	private CalendarEntry contents(Edition edition, Locale language) {
		Optional<Instant> confirmed = edition.confirmedAt();
		return entry(edition, "contents", confirmed.map(at -> day(at, edition)).orElseGet(edition::contentsPlanned),
				say(confirmed.isPresent() ? "editions.calendar.contents.confirmed" : "editions.calendar.contents",
						edition, language),
				about(edition, "editions.calendar.contents.about", language),
				standing(edition, confirmed.isPresent() ? Certainty.CERTAIN : Certainty.PLANNED),
				edition.datesRevision() + (confirmed.isPresent() ? 1 : 0), confirmed.orElseGet(() -> changed(edition)),
				language);
	}

	private CalendarEntry report(Edition edition, Instant published, Locale language) {
		return new CalendarEntry(id(edition, "report"), day(published, edition),
				say("editions.calendar.report", edition, language), forum(edition, language),
				address("/reports/" + edition.year(), language), Certainty.CERTAIN, 0, published);
	}

	private CalendarEntry entry(Edition edition, String what, Temporal at, String summary, String about,
			Certainty certainty, int revision, Instant changed, Locale language) {
		return new CalendarEntry(id(edition, what), at, summary, about, address("/", language), certainty, revision,
				changed);
	}

	private String about(Edition edition, String key, Locale language) {
		if (edition.openedAt().isEmpty()) {
			return say("editions.calendar.called-off", edition, language);
		}
		return (say(key, edition, language) + "\n" + forum(edition, language)).strip();
	}

	private String forum(Edition edition, Locale language) {
		return edition.forum().known() ? messages.getMessage("editions.calendar.forum",
				new Object[] { edition.forum().in(language) }, language) : "";
	}

	private String say(String key, Edition edition, Locale language) {
		return messages.getMessage(key, new Object[] { edition.year().toString() }, language);
	}

	private URI address(String path, Locale language) {
		return desk.addressOf(path + "?lang=" + language.getLanguage());
	}

	private static Certainty standing(Edition edition, Certainty certainty) {
		return edition.openedAt().isEmpty() ? Certainty.CALLED_OFF : certainty;
	}

	private static Instant changed(Edition edition) {
		return edition.datesChangedAt()
			.or(edition::openedAt)
			.orElseThrow(
					() -> new IllegalStateException("Whoever set a date of " + edition.year() + " did so some time"));
	}

	private static LocalDate day(Instant at, Edition edition) {
		return LocalDate.ofInstant(at, edition.deadline().zone());
	}

	private static String id(Edition edition, String what) {
		return "edition-" + edition.year() + "-" + what;
	}

}
