package org.calltolocalaction.reviews.duedates.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.calendar.CalendarEntry;
import org.calltolocalaction.kernel.calendar.CalendarEntry.Certainty;
import org.calltolocalaction.kernel.calendar.CalendarFile;
import org.calltolocalaction.kernel.request.SecretAddress;
import org.calltolocalaction.reviews.duedates.CalendarToken;
import org.calltolocalaction.reviews.duedates.DueDate;
import org.calltolocalaction.reviews.duedates.ReadDueDates;
import org.calltolocalaction.reviews.duedates.ReadDueDates.DueDates;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What a reviewer's calendar reads. It says which pledge and when, and no word more:
 * calendars are shown on locked telephones and kept by whoever runs them.
 */
@Controller
class DueDatesController {

	private final ReadDueDates readDueDates;

	private final CalendarFile files;

	private final MessageSource messages;

	private final DeskProperties desk;

	DueDatesController(ReadDueDates readDueDates, CalendarFile files, MessageSource messages, DeskProperties desk) {
		this.readDueDates = readDueDates;
		this.files = files;
		this.messages = messages;
		this.desk = desk;
	}

	@GetMapping("/calendar/{token}.ics")
	ResponseEntity<byte[]> dates(@PathVariable CalendarToken token, HttpServletResponse response) {
		SecretAddress.keep(response);
		DueDates found = readDueDates.of(token).orElseThrow(() -> new NotFound("Due dates by their address"));
		// The calendar may keep what it has got, and nobody between.
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
		Person reviewer = found.reviewer();
		Locale language = reviewer.language();
		return files.answer("reviews", say("duedates.name", language), language,
				found.dates().stream().map(date -> entry(date, reviewer)).toList());
	}

	private CalendarEntry entry(DueDate date, Person reviewer) {
		Locale language = reviewer.language();
		return new CalendarEntry("review-" + date.review(), LocalDate.ofInstant(date.due(), reviewer.zone()),
				say("duedates.due", language, date.reference().value()),
				date.standingIn() ? say("duedates.standing-in", language) : "",
				desk.addressOf("/reviews/" + date.reference()), Certainty.CERTAIN, date.revision(), date.changed());
	}

	private String say(String key, Locale language, Object... arguments) {
		return messages.getMessage(key, arguments, language);
	}

}
