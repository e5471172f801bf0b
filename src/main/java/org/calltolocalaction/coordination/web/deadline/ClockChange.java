package org.calltolocalaction.coordination.web.deadline;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.text.Text;

/**
 * A local time that the clocks of a zone skip, because they are put forward, or show
 * twice, because they are put back: whoever typed it is asked which of two instants they
 * mean.
 */
record ClockChange(LocalDateTime typed, ZoneId zone, ZoneOffsetTransition transition) {

	/**
	 * One of the two.
	 *
	 * @param offset from UTC by which the typed time is read, as the form sends it
	 * @param at what the clocks of the zone show then
	 */
	record Reading(String offset, ZonedDateTime at) {
	}

	static Optional<ClockChange> at(LocalDateTime typed, ZoneId zone) {
		return Optional.ofNullable(zone.getRules().getTransition(typed))
			.map(transition -> new ClockChange(typed, zone, transition));
	}

	/** Whether the clocks never show that time; else they show it twice. */
	public boolean skipped() {
		return transition.isGap();
	}

	/** Both, the earlier first. */
	public List<Reading> readings() {
		return Stream.of(transition.getOffsetBefore(), transition.getOffsetAfter())
			.map(this::reading)
			.sorted(Comparator.comparing(Reading::at))
			.toList();
	}

	Optional<ZonedDateTime> chosen(String offset) {
		String chosen = Text.IDENTIFIER.of(offset);
		return readings().stream().filter(reading -> reading.offset().equals(chosen)).map(Reading::at).findFirst();
	}

	private Reading reading(ZoneOffset offset) {
		return new Reading(offset.getId(), typed.toInstant(offset).atZone(zone));
	}

}
