package org.calltolocalaction.kernel.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.calltolocalaction.kernel.operation.CountedLines.Counted;
import org.junit.jupiter.api.Test;

class CountedLinesTests {

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

	@Test
	void the_first_is_said_and_the_others_are_counted_minute_by_minute() {
		CountedLines lines = new CountedLines(1, Duration.ofMinutes(1), now::get);

		assertThat(lines.admit("outage", "first")).isTrue();
		assertThat(lines.admit("outage", "second")).isFalse();
		assertThat(lines.admit("outage", "third")).isFalse();
		goesOn(Duration.ofSeconds(59));
		assertThat(lines.due()).isEmpty();
		goesOn(Duration.ofSeconds(1));
		assertThat(lines.due()).containsExactly(new Counted("outage", 2, "third"));
		assertThat(lines.due()).isEmpty();

		assertThat(lines.admit("outage", "fourth")).isFalse();
		goesOn(Duration.ofMinutes(1));
		assertThat(lines.due()).containsExactly(new Counted("outage", 1, "fourth"));
	}

	@Test
	void what_was_quiet_for_so_long_is_news_again() {
		CountedLines lines = new CountedLines(1, Duration.ofHours(1), now::get);
		lines.admit("failure", "first");

		goesOn(Duration.ofMinutes(59));
		assertThat(lines.due()).isEmpty();
		assertThat(lines.admit("failure", "second")).isFalse();
		lines.due();
		goesOn(Duration.ofHours(1));
		lines.due();
		assertThat(lines.admit("failure", "third")).isTrue();
	}

	@Test
	void where_nothing_is_remembered_the_first_ones_are_said_in_each_minute() {
		CountedLines lines = new CountedLines(2, Duration.ZERO, now::get);

		for (int minute = 0; minute < 3; minute++) {
			assertThat(lines.admit("event", "a")).isTrue();
			assertThat(lines.admit("event", "b")).isTrue();
			assertThat(lines.admit("event", "c")).isFalse();
			goesOn(Duration.ofMinutes(1));
			assertThat(lines.due()).containsExactly(new Counted("event", 1, "c"));
		}
	}

	@Test
	void kinds_are_counted_apart_and_never_without_bound() {
		CountedLines lines = new CountedLines(1, Duration.ofHours(1), now::get);
		for (int kind = 0; kind < 100_000; kind++) {
			assertThat(lines.admit("kind " + kind, "line")).isTrue();
			assertThat(lines.admit("kind " + kind, "line")).isFalse();
		}

		assertThat(lines.rest()).hasSize(1000).contains(new Counted("kind 99999", 1, "line"));
		assertThat(lines.rest()).as("said already").isEmpty();
	}

	private void goesOn(Duration time) {
		now.addAndGet(time.toNanos());
	}

}
