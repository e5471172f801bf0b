package org.calltolocalaction.identity.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.calltolocalaction.identity.web.signin.SignInPace.OfClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInPaceTests {

	private static final Instant NOON = Instant.parse("2026-10-03T12:00:00Z");

	@Test
	void the_first_link_to_an_address_waits_for_nothing() {
		assertThat(SignInPace.nextTo(List.of())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "1, PT30S", "2, PT1M", "3, PT2M", "4, PT4M", "5, PT8M", "6, PT8M", "12, PT8M" })
	void each_further_link_waits_longer_but_never_longer_than_eight_minutes(int sent, Duration wait) {
		assertThat(waitAfter(askedAsSoonAsAllowed(sent))).isEqualTo(wait);
	}

	@Test
	void whoever_asks_an_hour_later_begins_anew() {
		List<Instant> sent = new ArrayList<>(askedAsSoonAsAllowed(5));
		sent.add(sent.get(4).plus(Duration.ofMinutes(61)));

		assertThat(waitAfter(sent)).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void a_day_of_asking_without_end_comes_down_to_four_mails_an_hour() {
		List<Instant> all = askedAsSoonAsAllowed(200);

		assertThat(all.stream().filter(NOON.plus(Duration.ofDays(1))::isAfter).count()).isLessThan(120);
		assertThat(Duration.between(all.get(198), all.get(199))).isEqualTo(Duration.ofMinutes(15));
	}

	@Test
	void whoever_has_to_wait_has_a_link_that_lives_until_the_wait_is_over() {
		Instant madeAt = Instant.MIN;
		List<Instant> sent = new ArrayList<>();
		for (Instant at : askedAsSoonAsAllowed(100)) {
			sent.add(at);
			boolean again = !madeAt.equals(Instant.MIN)
					&& !madeAt.plus(SignInLinks.LIFETIME).isBefore(at.plus(SignInPace.SENT_AGAIN_WHILE));
			madeAt = again ? madeAt : at;

			assertThat(madeAt.plus(SignInLinks.LIFETIME)).as("the end of the link that was sent at %s", at)
				.isAfterOrEqualTo(SignInPace.nextTo(sent).orElseThrow());
		}
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, 0, PT0S", "59, 179, 599, PT0S", "60, 60, 60, PT30S", "59, 180, 180, PT1M", "60, 180, 180, PT1M",
			"1, 1, 600, PT3M" })
	void a_client_is_slowed_beyond_a_workshop_and_never_shut_out(int addresses, int hour, int day, Duration wait) {
		OfClient client = new OfClient(addresses, hour, day, day == 0 ? null : NOON);

		assertThat(SignInPace.nextFor(client).orElse(NOON)).isEqualTo(NOON.plus(wait));
	}

	@ParameterizedTest
	@CsvSource({ "PT0.2S, 10, 0", "PT10S, 10, 0", "PT29.5S, 30, 0", "PT90S, 90, 0", "PT91S, 0, 2", "PT2M, 0, 2",
			"PT7M1S, 0, 8" })
	void a_wait_is_never_told_shorter_than_it_is(Duration wait, int seconds, int minutes) {
		assertThat(WaitText.of(wait)).isEqualTo(new WaitText(seconds, minutes));
	}

	/**
	 * What a stranger gets who asks for links to an address at each moment when one is
	 * sent.
	 */
	private static List<Instant> askedAsSoonAsAllowed(int links) {
		List<Instant> all = new ArrayList<>();
		List<Instant> remembered = new ArrayList<>();
		IntStream.range(0, links).forEach(link -> {
			Instant next = SignInPace.nextTo(remembered).orElse(NOON);
			remembered.removeIf(at -> !at.isAfter(next.minus(SignInPace.MEMORY)));
			remembered.add(next);
			all.add(next);
		});
		return all;
	}

	private static Duration waitAfter(List<Instant> sent) {
		return Duration.between(sent.get(sent.size() - 1), SignInPace.nextTo(sent).orElseThrow());
	}

}
