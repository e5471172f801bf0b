package org.calltolocalaction.editions.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.Timeliness;
import org.junit.jupiter.api.Test;

/** The dates on which the process of an edition acts, by its deadline. */
class CallCalendarTests {

	private static final EditionYear YEAR = new EditionYear(2027);

	private static final Deadline DEADLINE = Deadline.byDefault(YEAR);

	@Test
	void a_call_closes_when_the_last_second_has_passed_that_counts() {
		Instant closing = at(DEADLINE.instant()).closing(YEAR);

		assertThat(DEADLINE.timelinessOf(closing)).isEqualTo(Timeliness.LATE);
		assertThat(DEADLINE.timelinessOf(closing.minusNanos(1))).isEqualTo(Timeliness.IN_GRACE);
	}

	@Test
	void the_next_reminder_is_never_the_one_that_is_due_now_and_after_the_last_the_call_closes() {
		Instant second = DEADLINE.instant().minus(Duration.ofDays(14));

		assertThat(at(second.minusSeconds(1)).nextReminder(YEAR)).isEqualTo(second);
		assertThat(at(second).nextReminder(YEAR)).isEqualTo(DEADLINE.instant().minus(Duration.ofDays(7)));
		CallCalendar afterTheLast = at(DEADLINE.instant().minus(Duration.ofDays(2)));
		assertThat(afterTheLast.nextReminder(YEAR)).isEqualTo(afterTheLast.closing(YEAR));
	}

	private static CallCalendar at(Instant now) {
		Edition edition = mock(Edition.class);
		when(edition.deadline()).thenReturn(DEADLINE);
		when(edition.reminders()).thenReturn(ReminderDays.USUAL);
		Editions editions = mock(Editions.class);
		when(editions.edition(YEAR)).thenReturn(edition);
		return new CallCalendar(editions, Clock.fixed(now, ZoneOffset.UTC));
	}

}
