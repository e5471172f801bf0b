package org.calltolocalaction.kernel.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Language;
import net.fortuna.ical4j.model.property.CalScale;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.Version;
import net.fortuna.ical4j.model.property.XProperty;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.calendar.CalendarEntry.Certainty;
import org.calltolocalaction.kernel.Sha256;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Writes dates as a file that calendars subscribe to. The same dates are the same bytes,
 * so that a calendar which asks every hour is told that nothing has changed.
 */
@Component
public class CalendarFile {

	private static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

	private static final String PRODUCT = "-//Call to Local Action//Pledge desk//EN";

	/** How often a calendar is asked to look. */
	private static final Duration PAUSE = Duration.ofHours(6);

	/** In octets, without the line break. */
	private static final int LONGEST_LINE = 75;

	private static final String LINE_BREAK = "\r\n";

	private final DeskProperties desk;

	CalendarFile(DeskProperties desk) {
		this.desk = desk;
	}

	/**
	 * @param name what the calendar is called where somebody subscribes to it
	 */
	byte[] of(String name, Locale language, List<CalendarEntry> entries) {
		Calendar calendar = new Calendar();
		List.of(new ProdId(PRODUCT), new Version(new ParameterList(), Version.VALUE_2_0),
				new CalScale(CalScale.VALUE_GREGORIAN), new Name(name), new XProperty("X-WR-CALNAME", name),
				new RefreshInterval(new ParameterList(), PAUSE), new XProperty("X-PUBLISHED-TTL", PAUSE.toString()))
			.forEach(calendar::add);
		entries.stream().map(entry -> event(entry, language)).forEach(calendar::add);
		if (entries.isEmpty()) {
			calendar.add(something());
		}
		return folded(written(calendar)).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * The same as what a calendar asks for; one that has it already is told so.
	 * @param file what it is called where somebody keeps it
	 */
	public ResponseEntity<byte[]> answer(String file, String name, Locale language, List<CalendarEntry> entries) {
		byte[] content = of(name, language, entries);
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
			.header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename(file + ".ics").build().toString())
			.eTag(Sha256.of(content))
			.body(content);
	}

	private VEvent event(CalendarEntry entry, Locale language) {
		VEvent event = new VEvent(new PropertyList());
		Language spoken = new Language(language.getLanguage());
		List<Property> properties = List.of(new Uid(entry.id() + "@" + host()),
				new DtStamp(entry.changed().truncatedTo(ChronoUnit.SECONDS)),
				new LastModified(entry.changed().truncatedTo(ChronoUnit.SECONDS)), new Sequence(entry.revision()),
				new DtStart<>(entry.at()), spokenIn(spoken, new Summary(entry.summary())),
				spokenIn(spoken, new Description(entry.description())), new Url(entry.address()),
				new Status(status(entry.certainty())), new Transp(Transp.VALUE_TRANSPARENT));
		properties.forEach(event::add);
		return event;
	}

	private static Property spokenIn(Language language, Property text) {
		text.add(language);
		return text;
	}

	private static String status(Certainty certainty) {
		return switch (certainty) {
			case CERTAIN -> Status.VALUE_CONFIRMED;
			case PLANNED -> Status.VALUE_TENTATIVE;
			case CALLED_OFF -> Status.VALUE_CANCELLED;
		};
	}

	private String host() {
		return Objects.requireNonNullElse(desk.publicAddress().getHost(), "localhost");
	}

	// A calendar has at least one component, and some programs give up on one that has
	// none.
	private static CalendarComponent something() {
		VTimeZone utc = new VTimeZone(new PropertyList());
		utc.add(new TzId("UTC"));
		Standard always = new Standard();
		List.of(new DtStart<>(LocalDateTime.of(1970, 1, 1, 0, 0)), new TzOffsetFrom(ZoneOffset.UTC),
				new TzOffsetTo(ZoneOffset.UTC), new TzName("UTC"))
			.forEach(always::add);
		utc.add(always);
		return utc;
	}

	private static String written(Calendar calendar) {
		try {
			StringWriter text = new StringWriter();
			new CalendarOutputter(true, Integer.MAX_VALUE / 2).output(calendar, text);
			return text.toString();
		}
		catch (IOException impossible) {
			throw new UncheckedIOException("Writing into memory", impossible);
		}
	}

	// By octets and between letters: ical4j counts characters, and would tear those apart
	// of which Java makes two.
	private static String folded(String text) {
		StringBuilder folded = new StringBuilder(text.length() + text.length() / 32);
		text.lines().forEach(line -> {
			int octets = 0;
			for (int at = 0; at < line.length();) {
				int letter = line.codePointAt(at);
				int more = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
				if (octets + more > LONGEST_LINE) {
					folded.append(LINE_BREAK).append(' ');
					octets = 1;
				}
				folded.appendCodePoint(letter);
				octets += more;
				at += Character.charCount(letter);
			}
			folded.append(LINE_BREAK);
		});
		return folded.toString();
	}

}
