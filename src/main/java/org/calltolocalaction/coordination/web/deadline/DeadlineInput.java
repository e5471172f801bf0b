package org.calltolocalaction.coordination.web.deadline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.kernel.text.TypedDate;
import org.springframework.validation.Errors;

/**
 * A deadline as it is typed: a date in three boxes, a time, a zone and the grace after
 * it.
 */
public interface DeadlineInput {

	DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm:ss");

	Pattern MINUTES = Pattern.compile("[0-9]{1,5}");

	Duration LONGEST_GRACE = Duration.ofDays(7);

	String day();

	String month();

	String year();

	String time();

	String zone();

	String grace();

	/**
	 * Which of two instants is meant, by its offset from UTC, where the clocks of the
	 * zone skip the time or show it twice.
	 */
	String offset();

	/** The deadline, where nothing is wrong with it. */
	default Optional<Deadline> deadline() {
		return exact().flatMap(exact -> minutes().map(grace -> Deadline.at(exact, grace)));
	}

	/** Where the clocks are put forward or back over the typed time. */
	default Optional<ClockChange> clockChange() {
		return local().flatMap(local -> Zones.parse(zone()).flatMap(zone -> ClockChange.at(local, zone)));
	}

	/**
	 * A year typed wrong is found out here: a deadline lies in its edition's year, or in
	 * one beside it.
	 */
	default void checkDeadline(Errors errors, EditionYear edition) {
		checkMoment(errors);
		if (date().isPresent() && Math.abs(date().get().getYear() - edition.value()) > 1) {
			errors.rejectValue("day", "coordination.deadline.date.far", new Object[] { edition.businessKey() }, null);
		}
		if (minutes().isEmpty()) {
			errors.rejectValue("grace", "coordination.deadline.grace.wrong", new Object[] { LONGEST_GRACE.toMinutes() },
					null);
		}
	}

	/** The same of an instant that is no deadline. */
	default void checkMoment(Errors errors) {
		typed().rejectUnread(errors, "day", "coordination.deadline.date.wrong");
		if (TypedTime.parse(time()).isEmpty()) {
			errors.rejectValue("time", "coordination.deadline.time.wrong");
		}
		clockChange().filter(change -> exact().isEmpty())
			.ifPresent(change -> errors.rejectValue("time",
					change.skipped() ? "coordination.deadline.time.skipped" : "coordination.deadline.time.twice"));
		if (Zones.parse(zone()).isEmpty()) {
			errors.rejectValue("zone", "coordination.deadline.zone.wrong");
		}
	}

	/** The instant, where nothing is wrong with it. */
	default Optional<ZonedDateTime> moment() {
		return exact();
	}

	private TypedDate typed() {
		return TypedDate.in(day(), month(), year());
	}

	private Optional<LocalDate> date() {
		return typed().date();
	}

	private Optional<LocalDateTime> local() {
		return date().flatMap(date -> TypedTime.parse(time()).map(time -> time.on(date)));
	}

	private Optional<ZonedDateTime> exact() {
		Optional<ClockChange> change = clockChange();
		return change.isPresent() ? change.get().chosen(offset())
				: local().flatMap(local -> Zones.parse(zone()).map(local::atZone));
	}

	private Optional<Duration> minutes() {
		return Optional.ofNullable(grace())
			.map(Text.IDENTIFIER::of)
			.filter(MINUTES.asMatchPredicate())
			.map(typed -> Duration.ofMinutes(Long.parseLong(typed)))
			.filter(grace -> grace.compareTo(LONGEST_GRACE) <= 0);
	}

}
