package org.calltolocalaction.coordination.web.deadline;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Component;

/** The zones in which a deadline can be decreed. */
@Component
public class Zones {

	/** A zone, and how far it is from UTC now, by which people recognise it. */
	public record Zone(String id, String offset) {

		public boolean anywhereOnEarth() {
			return id.equals(Deadline.ANYWHERE_ON_EARTH.getId());
		}

	}

	private final Clock clock;

	Zones(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Anywhere on Earth first, because that is the Call's custom; then UTC; then the
	 * places of the world.
	 */
	public List<Zone> all() {
		Stream<String> places = ZoneId.getAvailableZoneIds()
			.stream()
			.filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
			.sorted();
		return Stream.concat(Stream.of(Deadline.ANYWHERE_ON_EARTH.getId(), ZoneOffset.UTC.getId()), places)
			.map(this::zone)
			.toList();
	}

	static Optional<ZoneId> parse(String typed) {
		try {
			return Text.IDENTIFIER.of(typed).isEmpty() ? Optional.empty()
					: Optional.of(ZoneId.of(Text.IDENTIFIER.of(typed)));
		}
		catch (DateTimeException unknown) {
			return Optional.empty();
		}
	}

	private Zone zone(String id) {
		return new Zone(id, DateFormats.offset(clock.instant(), ZoneId.of(id)));
	}

}
