package org.calltolocalaction.editions.web;

import java.util.List;
import java.util.Locale;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.calendar.CalendarEntry;
import org.calltolocalaction.kernel.calendar.CalendarFile;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The dates of the Call, for everybody's calendar. */
@Controller
class EditionCalendarController {

	/** What was longer ago is nobody's date any more. */
	private static final int EDITIONS = 3;

	private final Editions editions;

	private final EditionDates dates;

	private final CalendarFile files;

	private final MessageSource messages;

	EditionCalendarController(Editions editions, EditionDates dates, CalendarFile files, MessageSource messages) {
		this.editions = editions;
		this.dates = dates;
		this.files = files;
		this.messages = messages;
	}

	/** Of the newest editions: whoever subscribes to it has the next ones, too. */
	@GetMapping("/editions.ics")
	ResponseEntity<byte[]> all(Locale language) {
		List<CalendarEntry> entries = editions.newestFirst()
			.stream()
			.map(edition -> dates.of(edition, language))
			.filter(found -> !found.isEmpty())
			.limit(EDITIONS)
			.flatMap(List::stream)
			.toList();
		return files.answer("editions", messages.getMessage("editions.calendar.name", null, language), language,
				entries);
	}

	@GetMapping("/editions/{year}.ics")
	ResponseEntity<byte[]> one(@PathVariable EditionYear year, Locale language) {
		List<CalendarEntry> entries = dates.of(editions.edition(year), language);
		if (entries.isEmpty()) {
			throw new NotFound("The dates of " + year);
		}
		return files.answer("edition-" + year,
				messages.getMessage("editions.calendar.name.year", new Object[] { year.toString() }, language),
				language, entries);
	}

}
