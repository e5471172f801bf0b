package org.calltolocalaction.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.criteria.Criteria;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A review guards how it goes from one state to the next. */
class ReviewTests {

	private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

	private static final AccountId ROSA = new AccountId(new UUID(0, 1));

	private static final AccountId EVA = new AccountId(new UUID(0, 2));

	private static final Answers APPROVAL = Answers.of(Map.of("recommendation", "APPROVE"));

	/** How each transition is asked for. */
	private static final Map<ReviewTransition, Consumer<Review>> ACTS = new EnumMap<>(Map.of(
			ReviewTransition.RESCHEDULE, review -> review.dueOn(NOW), ReviewTransition.TAKE,
			review -> review.take(EVA, NOW), ReviewTransition.RELEASE, Review::release, ReviewTransition.COMPLETE,
			review -> review.complete(APPROVAL, ROSA, NOW), ReviewTransition.REOPEN, Review::reopen,
			ReviewTransition.BEGIN_ANEW, review -> review.beginAnew(NOW), ReviewTransition.CANCEL, Review::cancel,
			ReviewTransition.MISS, review -> review.miss(NOW), ReviewTransition.LET_PARTNER_GO, Review::letPartnerGo,
			ReviewTransition.ASK_AGAIN, review -> review.askAgain(NOW)));

	@ParameterizedTest
	@MethodSource("everyCell")
	void only_what_the_table_allows_can_be_done_to_a_review(ReviewState state, ReviewTransition transition) {
		Review review = in(state);

		Throwable refused = catchThrowable(() -> ACTS.get(transition).accept(review));

		if (transition.possibleIn(state)) {
			assertThat(refused).isNull();
			assertThat(review.state()).isEqualTo(transition.to());
		}
		else {
			assertThat(refused).isInstanceOf(IllegalStateException.class)
				.hasMessageContainingAll("CLA-2027-0001", "UCLG", transition.from().toString(), state.name());
			assertThat(review.state()).isEqualTo(state);
		}
	}

	@ParameterizedTest
	@EnumSource
	void the_test_knows_how_each_transition_is_asked_for(ReviewTransition transition) {
		assertThat(ACTS).containsKey(transition);
	}

	@Test
	void a_review_that_was_called_off_stays_so() {
		assertThat(ReviewTransition.values()).noneMatch(transition -> transition.possibleIn(ReviewState.CANCELLED));
	}

	@Test
	void the_page_on_states_shows_the_same_table() throws IOException {
		String rows = Stream.of(ReviewTransition.values())
			.map(transition -> "| `%s` | %s | `%s` |\n".formatted(transition,
					transition.from().stream().map(state -> "`" + state + "`").collect(Collectors.joining(", ")),
					transition.to()))
			.collect(Collectors.joining());

		assertThat(Files.readString(Path.of("docs/states.md"))).contains(rows);
	}

	@Test
	void whoever_takes_a_review_that_was_given_to_them_has_it_by_their_own_will() {
		Review review = in(ReviewState.OPEN);
		review.give(EVA, ROSA, "Please.", NOW);

		assertThat(review.takenBy()).contains(EVA);
		assertThat(review.givenBy()).contains(ROSA);
		assertThat(review.givenNote()).isEqualTo("Please.");

		review.take(EVA, NOW);

		assertThat(review.givenBy()).isEmpty();
		assertThat(review.givenNote()).isEmpty();
	}

	@Test
	void a_reopened_review_says_nothing_and_is_nobodys() {
		Review review = in(ReviewState.OPEN);
		review.take(ROSA, NOW);
		review.complete(APPROVAL, ROSA, NOW);
		assertThat(review.recommendation()).contains(Recommendation.APPROVE);
		assertThat(review.completedBy()).contains(ROSA);

		review.reopen();

		assertThat(review.recommendation()).isEmpty();
		assertThat(review.answers()).isEqualTo(Answers.empty());
		assertThat(review.completedBy()).isEmpty();
		assertThat(review.completedAt()).isEmpty();
		assertThat(review.takenBy()).isEmpty();
	}

	@Test
	void only_a_review_that_was_not_there_in_time_is_missed() {
		Review cancelled = in(ReviewState.OPEN);
		cancelled.cancel();
		Review missed = in(ReviewState.OPEN);
		missed.miss(NOW);

		assertThat(cancelled.missedAt()).isEmpty();
		assertThat(missed.missedAt()).contains(NOW);
	}

	@Test
	void a_refused_act_leaves_the_review_as_it_was() {
		Review review = in(ReviewState.COMPLETED);

		assertThatIllegalStateException().isThrownBy(() -> review.give(EVA, ROSA, "Please.", NOW));
		assertThatIllegalStateException().isThrownBy(() -> review.miss(NOW));

		assertThat(review.givenBy()).isEmpty();
		assertThat(review.missedAt()).isEmpty();
	}

	private static Stream<Arguments> everyCell() {
		return Stream.of(ReviewState.values())
			.flatMap(state -> Stream.of(ReviewTransition.values()).map(transition -> Arguments.of(state, transition)));
	}

	private static Review in(ReviewState state) {
		Review review = new Review(new PledgeReference("CLA-2027-0001"), 1, 1, new PartnerCode("UCLG"),
				new Criteria(new EditionYear(2027), 1, Map.of(Criterion.CONCRETE, 1)), NOW, NOW.plusSeconds(86_400));
		switch (state) {
			case OPEN -> {
			}
			case COMPLETED -> review.complete(APPROVAL, ROSA, NOW);
			case CANCELLED -> review.cancel();
			case RELEASED -> review.letPartnerGo();
		}
		return review;
	}

}
