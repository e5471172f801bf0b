package org.calltolocalaction.coordination.web;

import java.time.Clock;
import java.util.Locale;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.DateFormats;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives each of these pages what it says times with. */
@ControllerAdvice(basePackageClasses = CoordinationPageAdvice.class)
class CoordinationPageAdvice {

	private final DateFormats dates;

	private final MessageSource messages;

	private final Clock clock;

	CoordinationPageAdvice(DateFormats dates, MessageSource messages, Clock clock) {
		this.dates = dates;
		this.messages = messages;
		this.clock = clock;
	}

	@ModelAttribute("times")
	ReaderTimes times(Person reader, Locale language) {
		return new ReaderTimes(dates, messages, language, reader.zone(), clock.instant());
	}

}
