package org.calltolocalaction.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.calltolocalaction.editions.EditionsChanged.Act;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.calendar.ReviewCalendarSet;
import org.calltolocalaction.editions.calendar.SetReviewCalendar;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/**
 * Whatever follows from a change of an edition follows once, and from nothing that was
 * refused.
 */
@DeskTest
@RecordApplicationEvents
class EditionEventsTests {

	@Autowired
	private Story story;

	@Autowired
	private Editions editions;

	@Autowired
	private OpenEdition openEdition;

	@Autowired
	private TakeBackOpening takeBack;

	@Autowired
	private SetReviewCalendar setCalendar;

	@Autowired
	private ApplicationEvents events;

	private EditionYear year;

	private Person coordinator;

	@BeforeEach
	void a_call_is_open() {
		year = story.anOpenEdition();
		coordinator = story.coordinator();
	}

	@Test
	void opening_a_call_is_told_once() {
		assertThat(changes(Act.OPENED)).isOne();
	}

	@Test
	void a_moved_deadline_is_told_once_for_each_time_it_moves() {
		Deadline first = editions.edition(year).deadline();

		story.moveDeadline(year, first.instant().plus(Duration.ofDays(1)));
		story.moveDeadline(year, first.instant().plus(Duration.ofDays(2)));

		assertThat(events.stream(DeadlineMoved.class).filter(moved -> moved.year().equals(year))).hasSize(2)
			.first()
			.satisfies(moved -> assertThat(moved.from()).isEqualTo(first));
	}

	@Test
	void planning_the_next_call_and_taking_an_opening_back_are_told_once_each() {
		openEdition.plan(year.next(), coordinator);
		takeBack.takeBack(year, "The wrong year", coordinator, () -> {
		});

		assertThat(events.stream(EditionsChanged.class)
			.filter(changed -> changed.year().equals(year.next()) && changed.act() == Act.PLANNED)).hasSize(1);
		assertThat(changes(Act.TAKEN_BACK)).isOne();
	}

	@Test
	void a_review_calendar_is_told_once() {
		setCalendar.set(year, ReviewCalendar.usual(), "Holidays", coordinator);

		assertThat(events.stream(ReviewCalendarSet.class))
			.containsExactly(new ReviewCalendarSet(year, "Holidays", coordinator));
	}

	@Test
	void what_was_refused_is_told_to_nobody() {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> takeBack.takeBack(year, " ", coordinator, () -> {
		}));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> setCalendar.set(year, ReviewCalendar.usual(), "", coordinator));

		assertThat(changes(Act.TAKEN_BACK)).isZero();
		assertThat(events.stream(ReviewCalendarSet.class)).isEmpty();
	}

	private long changes(Act act) {
		return events.stream(EditionsChanged.class)
			.filter(changed -> changed.year().equals(year) && changed.act() == act)
			.count();
	}

}
