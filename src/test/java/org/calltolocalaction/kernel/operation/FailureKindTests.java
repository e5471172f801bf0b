package org.calltolocalaction.kernel.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailureKindTests {

	@Test
	void the_same_failure_has_the_same_reference_whatever_it_says() {
		List<String> references = IntStream.range(0, 3)
			.mapToObj(time -> FailureKind.of(failure("pledge " + time)).reference())
			.distinct()
			.toList();

		assertThat(references).singleElement().asString().matches("[0-9a-f]{8}");
	}

	@Test
	void another_exception_another_place_and_another_cause_are_another_failure() {
		assertThat(List.of(FailureKind.of(failure("a")), FailureKind.of(new IllegalStateException("a")),
				FailureKind.of(new IllegalArgumentException("a")),
				FailureKind.of(new IllegalStateException(failure("a")))))
			.doesNotHaveDuplicates();
	}

	@Test
	void classes_that_are_called_otherwise_after_each_start_make_no_difference() {
		assertThat(FailureKind.of(failure("a", () -> "x")).value()).doesNotContain("$$").doesNotContain("0x");
	}

	@Test
	void causes_that_go_round_in_a_circle_come_to_an_end() {
		Exception one = new Exception("one");
		Exception other = new Exception("other", one);
		one.initCause(other);

		assertThat(FailureKind.of(one).reference()).hasSize(8);
		assertThat(FailureKind.of(null).reference()).as("a request that failed without an exception").hasSize(8);
	}

	private static RuntimeException failure(String message) {
		return new IllegalStateException(message);
	}

	private static RuntimeException failure(String message, Supplier<String> made) {
		Supplier<RuntimeException> within = () -> new IllegalStateException(message + made.get());
		return within.get();
	}

}
