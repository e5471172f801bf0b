package org.calltolocalaction.testing;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;

/** What somebody's calendar makes of a file that it subscribes to. */
public record Subscribed(Calendar calendar) {

	/** Read as strictly as the standard is. */
	public static Subscribed to(byte[] file) throws Exception {
		Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
		if (calendar.validate().hasErrors()) {
			throw new AssertionError(calendar.validate().toString());
		}
		return new Subscribed(calendar);
	}

	public List<VEvent> events() {
		return calendar.getComponents("VEVENT");
	}

	/** The event whose id begins so. */
	public Optional<VEvent> event(String id) {
		return events().stream().filter(event -> said(event, "UID").startsWith(id + "@")).findFirst();
	}

	/** What a property of the only or first event with this id says. */
	public String said(String id, String property) {
		return said(event(id).orElseThrow(() -> new AssertionError("No " + id + " in " + calendar)), property);
	}

	public List<String> all(String property) {
		return events().stream().map(event -> said(event, property)).toList();
	}

	private static String said(VEvent event, String property) {
		return event.<Property>getProperty(property).map(Property::getValue).orElse("");
	}

}
