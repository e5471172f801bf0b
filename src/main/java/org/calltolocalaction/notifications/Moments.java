package org.calltolocalaction.notifications;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.kernel.Languages;

/** Writes instants as a reader understands them: never without a zone, a deadline never without the reader's own. */
final class Moments {

	private final Wording wording;

	private final ZoneId readersZone;

	private final Instant now;

	Moments(Wording wording, ZoneId readersZone, Instant now) {
		this.wording = wording;
		this.readersZone = readersZone;
		this.now = now;
	}

	/** Date, time and zone. */
	String in(ZoneId zone, Instant instant) {
		ZonedDateTime moment = instant.atZone(zone);
		String time = formatted(DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM), moment);
		return wording.say("notifications.moment", date(moment), time, name(moment));
	}

	/** Date, time and zone where the reader lives. */
	String here(Instant instant) {
		return in(readersZone, instant);
	}

	/** As the edition decreed it, as the reader's clock shows it, and how long is left. */
	String deadline(Deadline deadline) {
		return limit(deadline.instant(), deadline.zone());
	}

	/** An instant until which something is to be done, kept in a zone that need not be the reader's. */
	String limit(Instant instant, ZoneId zone) {
		boolean sameClock = zone.getRules().getOffset(instant).equals(readersZone.getRules().getOffset(instant));
		return sameClock ? wording.say("notifications.limit", here(instant), left(instant.atZone(zone)))
				: wording.say("notifications.limit.here", in(zone, instant), here(instant), left(instant.atZone(zone)));
	}

	/** How many days are left, as a person counts them: a reminder that is minutes late still says 14. */
	long daysLeft(ZonedDateTime limit) {
		return Math.max(0, ChronoUnit.DAYS.between(now.atZone(limit.getZone()).minusHours(1), limit));
	}

	private String left(ZonedDateTime limit) {
		return now.isAfter(limit.toInstant()) ? wording.say("notifications.passed")
				: wording.say("notifications.left", daysLeft(limit));
	}

	private String date(ZonedDateTime moment) {
		String date = formatted(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), moment);
		// Java does not know that French begins each month with an ordinal.
		boolean premier = wording.language().equals(Languages.FRENCH) && moment.getDayOfMonth() == 1;
		return premier ? date.replaceFirst("^1 ", "1er ") : date;
	}

	private String name(ZonedDateTime moment) {
		if (moment.getZone().equals(Deadline.ANYWHERE_ON_EARTH)) {
			return wording.say("notifications.zone.anywhereOnEarth", offset(moment.getOffset()));
		}
		if (moment.getZone().normalized() instanceof ZoneOffset) {
			return offset(moment.getOffset());
		}
		return wording.say("notifications.zone", formatted(DateTimeFormatter.ofPattern("zzzz"), moment),
				offset(moment.getOffset()));
	}

	private static String offset(ZoneOffset offset) {
		return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId().replace('-', '−');
	}

	private String formatted(DateTimeFormatter format, ZonedDateTime moment) {
		// Plain "English" writes dates as in the United States; the United Nations write the day first.
		Locale writing = wording.language().equals(Languages.ENGLISH) ? Locale.UK : wording.language();
		return moment.format(format.withLocale(writing));
	}

}
