package org.calltolocalaction.kernel.web.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.calltolocalaction.kernel.request.ClientAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class GateTests {

	private static final Duration AT_ONCE = Duration.ZERO;

	private final Gate gate = new Gate(40, 20);

	@Test
	void one_client_gets_its_share_and_no_more() {
		assertThat(entered("one", 30)).isEqualTo(20);
		assertThat(gate.enter("another", AT_ONCE)).isTrue();
	}

	@Test
	void the_last_quarter_is_for_clients_that_have_little() {
		entered("one", 20);
		assertThat(entered("two", 20)).as("up to three quarters of all").isEqualTo(10);
		assertThat(gate.enter("somebody new", AT_ONCE)).isTrue();
		assertThat(entered("three", 20)).as("two are little").isEqualTo(2);
	}

	@Test
	void there_is_never_more_inside_than_there_is_room_for() {
		assertThat(IntStream.range(0, 100).filter(i -> gate.enter("client " + i, AT_ONCE)).count()).isEqualTo(40);
		assertThat(gate.inside()).isEqualTo(40);
	}

	@Test
	void whoever_waits_gets_in_when_their_own_client_leaves_room() throws Exception {
		entered("one", 20);
		CompletableFuture<Boolean> waiting = CompletableFuture
			.supplyAsync(() -> gate.enter("one", Duration.ofSeconds(10)));

		gate.leave("one");

		assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
		assertThat(gate.of("one")).isEqualTo(20);
	}

	@Test
	void nothing_is_remembered_of_who_left() {
		entered("one", 20);
		IntStream.range(0, 20).forEach(i -> gate.leave("one"));

		assertThat(gate.inside()).isZero();
		assertThat(gate.of("one")).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "192.0.2.7, 192.0.2.7, true", "192.0.2.7, 192.0.2.8, false", "2001:db8::1, 2001:db8::ffff, true",
			"2001:db8::1, 2001:db8:0:1::1, false", "::ffff:192.0.2.7, 192.0.2.7, true", "0:0:0:0:0:0:0:1, ::1, true" })
	void a_network_of_version_six_is_one_client(String one, String other, boolean same) {
		assertThat(ClientAddress.of(one).equals(ClientAddress.of(other))).isEqualTo(same);
	}

	@Test
	void within_the_grace_anybody_may_be_slow() {
		assertThatCode(() -> pace().went(0, TimeUnit.SECONDS.toNanos(20))).doesNotThrowAnyException();
	}

	@Test
	void a_line_that_drips_is_too_slow_after_the_grace() {
		assertThatExceptionOfType(SocketTimeoutException.class)
			.isThrownBy(() -> pace().went(30, TimeUnit.SECONDS.toNanos(21)));
	}

	@Test
	void a_large_upload_on_a_poor_line_is_never_too_slow() throws Exception {
		Pace pace = pace();
		for (int second = 0; second < 65_536; second++) {
			pace.went(1024, TimeUnit.SECONDS.toNanos(1));
		}
	}

	@Test
	void a_line_that_stands_still_is_forgiven_for_what_it_sent_before() throws Exception {
		Pace pace = pace();
		pace.went(100_000, TimeUnit.SECONDS.toNanos(20));
		pace.went(0, TimeUnit.SECONDS.toNanos(60));
	}

	private static Pace pace() {
		return new Pace(new LoadLimits(null, null, null, null, null, DataSize.ofKilobytes(1), Duration.ofSeconds(20)));
	}

	private long entered(String client, int times) {
		return IntStream.range(0, times).filter(i -> gate.enter(client, AT_ONCE)).count();
	}

}
