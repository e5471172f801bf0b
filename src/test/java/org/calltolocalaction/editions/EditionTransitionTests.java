package org.calltolocalaction.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.editions.calendar.ReviewCalendarSet;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.MailPreference;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;

/** What can happen to an edition in which state, every cell of the table. */
class EditionTransitionTests {

	private static final EditionYear YEAR = new EditionYear(2031);

	private static final Set<PartnerCode> PARTNERS = Set.of(new PartnerCode("UCLG"));

	private static final Forum FORUM = Forum.named("A forum");

	private static final Instant NOW = Instant.parse("2031-09-15T12:00:00Z");

	private static final Deadline PASSED = Deadline.at(NOW.minusSeconds(86_400).atZone(ZoneOffset.UTC), Duration.ZERO);

	private static final Deadline AHEAD = Deadline.at(NOW.plusSeconds(86_400).atZone(ZoneOffset.UTC), Duration.ZERO);

	private static final Person BY = new Person(new AccountId(new UUID(0, 1)), "noor@example.org", "Noor",
			Locale.ENGLISH, ZoneOffset.UTC, MailPreference.DEFAULT, Optional.empty(), false, true);

	static Stream<Arguments> cells() {
		return Stream.of(EditionState.values())
			.flatMap(state -> Stream.of(EditionTransition.values())
				.filter(transition -> transition != EditionTransition.OPEN_AGAIN)
				.map(transition -> Arguments.of(state, transition)));
	}

	@ParameterizedTest
	@MethodSource("cells")
	void an_edition_goes_where_the_table_says_and_nowhere_else(EditionState state, EditionTransition transition) {
		Edition edition = in(state);

		if (transition.possibleIn(state)) {
			happens(transition, edition);
			assertThat(edition.state()).isEqualTo(transition.to().orElse(state));
		}
		else {
			assertThatIllegalStateException().isThrownBy(() -> happens(transition, edition))
				.withMessageContaining("Edition 2031")
				.withMessageContaining("one of " + transition.from())
				.withMessageContaining(" is " + state);
			assertThat(edition).as("what was refused changes nothing").usingRecursiveComparison().isEqualTo(in(state));
		}
	}

	@Test
	void a_closed_call_opens_again_by_a_deadline_that_has_passed_while_its_grace_has_not() {
		Edition edition = in(EditionState.CLOSED);
		Instant aMinuteAgo = NOW.minusSeconds(60);

		edition.moveDeadline(Deadline.at(aMinuteAgo.atZone(ZoneOffset.UTC), Duration.ofMinutes(1)), before(edition),
				NOW);
		assertThat(edition.state()).as("the grace ends now").isEqualTo(EditionState.CLOSED);
		edition.moveDeadline(Deadline.at(aMinuteAgo.atZone(ZoneOffset.UTC), Duration.ofMinutes(2)), before(edition),
				NOW);
		assertThat(edition.state()).isEqualTo(EditionState.OPEN);
	}

	@ParameterizedTest
	@EnumSource(EditionState.class)
	void only_a_closed_call_opens_again_by_a_deadline_that_is_still_ahead(EditionState state) {
		Edition edition = in(state);

		if (EditionTransition.MOVE_DEADLINE.possibleIn(state)) {
			edition.moveDeadline(AHEAD, before(edition), NOW);

			assertThat(edition.state())
				.isEqualTo(EditionTransition.OPEN_AGAIN.possibleIn(state) ? EditionState.OPEN : state);
			assertThat(edition.closedAt()).isEmpty();
			assertThat(edition.deadline()).isEqualTo(AHEAD);
		}
	}

	@Test
	void an_edition_whose_opening_was_taken_back_is_as_if_it_had_never_been_opened() {
		Edition edition = in(EditionState.CLOSED);

		edition.takeBackOpening(before(edition), NOW);

		assertThat(edition.openedAt()).isEmpty();
		assertThat(edition.closedAt()).isEmpty();
		assertThat(edition.deadline()).isEqualTo(Deadline.byDefault(YEAR));
	}

	@Test
	void a_call_without_partners_is_not_opened() {
		Edition edition = in(EditionState.PLANNED);

		assertThatIllegalArgumentException()
			.isThrownBy(() -> edition.open(EditionSetup.usual(FORUM, List.of(), AHEAD), before(edition), NOW))
			.withMessageContaining("2031");
		assertThat(edition.state()).isEqualTo(EditionState.PLANNED);
	}

	@Test
	void a_second_approval_is_none() {
		Edition edition = in(EditionState.FROZEN);

		assertThat(edition.approve(NOW)).isTrue();
		assertThat(edition.approve(NOW.plusSeconds(1))).isFalse();
		assertThat(edition.approvedAt()).contains(NOW);
	}

	@Test
	void an_edition_tells_how_pledges_were_placed_before_its_deadline_moved_and_are_from_now_on() {
		Edition edition = in(EditionState.OPEN);
		PlacementPolicy before = before(edition);

		edition.moveDeadline(AHEAD, before, NOW);

		assertThat(told(edition)).last().isInstanceOfSatisfying(DeadlineMoved.class, moved -> {
			assertThat(moved.year()).isEqualTo(YEAR);
			assertThat(moved.from()).isEqualTo(PASSED);
			assertThat(moved.to()).isEqualTo(AHEAD);
			assertThat(moved.before()).isSameAs(before);
			assertThat(moved.after().find(YEAR).orElseThrow().deadline()).isEqualTo(AHEAD);
		});
	}

	@Test
	void an_edition_tells_that_it_is_planned_opened_and_taken_back_each_once() {
		Edition edition = in(EditionState.SET_ASIDE);

		edition.plan(before(edition));
		edition.open(EditionSetup.usual(FORUM, PARTNERS, PASSED), before(edition), NOW);
		edition.takeBackOpening(before(edition), NOW);

		assertThat(told(edition)).map(EditionsChanged.class::cast)
			.map(changed -> changed.act() + " " + changed.after().find(YEAR).orElseThrow().state())
			.containsExactly("PLANNED PLANNED", "OPENED OPEN", "TAKEN_BACK SET_ASIDE");
	}

	@Test
	void an_edition_tells_who_set_its_calendar_and_why() {
		Edition edition = in(EditionState.CLOSED);

		edition.reviewBy(ReviewCalendar.usual(), "Holidays", BY, NOW);

		assertThat(told(edition)).last().isEqualTo(new ReviewCalendarSet(YEAR, "Holidays", BY));
	}

	@Test
	void nobody_is_told_of_what_follows_from_the_days_alone() {
		Edition edition = in(EditionState.OPEN);
		List<Object> opened = told(edition);

		edition.close(NOW);
		edition.confirmContents(NOW);
		edition.freeze(NOW);
		edition.publish(NOW);

		assertThat(told(edition)).isEqualTo(opened);
	}

	@Test
	void the_page_on_states_shows_the_same_table() throws IOException {
		String rows = Arrays.stream(EditionTransition.values())
			.map(transition -> "| `%s` | %s | %s |\n".formatted(transition, names(transition.from()),
					transition.to().map(to -> "`" + to + "`").orElse("the same")))
			.collect(Collectors.joining());

		assertThat(Files.readString(Path.of("docs/states.md"))).contains(rows);
	}

	@SuppressWarnings("unchecked")
	private static List<Object> told(Edition edition) {
		return List.copyOf((Collection<Object>) ReflectionTestUtils.invokeMethod(edition, "domainEvents"));
	}

	private static PlacementPolicy before(Edition edition) {
		return new PlacementPolicy(List.of(new PlacementPolicy.Known(YEAR, edition.state(), edition.deadline())),
				List.of(), YEAR);
	}

	private static String names(Collection<EditionState> states) {
		return states.stream().map(state -> "`" + state + "`").collect(Collectors.joining(", "));
	}

	private static Edition in(EditionState state) {
		Edition edition = Edition.planned(YEAR, PARTNERS);
		if (state == EditionState.SET_ASIDE) {
			edition.passOver();
			return edition;
		}
		List<EditionTransition> way = List.of(EditionTransition.OPEN, EditionTransition.CLOSE,
				EditionTransition.CONFIRM_CONTENTS, EditionTransition.FREEZE, EditionTransition.PUBLISH);
		for (EditionTransition next : way) {
			if (edition.state() != state) {
				happens(next, edition);
			}
		}
		return edition;
	}

	private static void happens(EditionTransition transition, Edition edition) {
		switch (transition) {
			case PLAN -> edition.plan(before(edition));
			case PASS_OVER -> edition.passOver();
			case OPEN -> edition.open(EditionSetup.usual(FORUM, PARTNERS, PASSED), before(edition), NOW);
			case TAKE_BACK_OPENING -> edition.takeBackOpening(before(edition), NOW);
			case MOVE_DEADLINE -> edition.moveDeadline(PASSED, before(edition), NOW);
			case OPEN_AGAIN -> edition.moveDeadline(AHEAD, before(edition), NOW);
			case SET_REVIEW_CALENDAR -> edition.reviewBy(ReviewCalendar.usual(), "Long reviews", BY, NOW);
			case CHANGE_PARTNERS -> edition.addPartner(new PartnerCode("OECD"));
			case EASE_SIGN_OFF -> edition.easeSignOff(SignOffRule.OFF);
			case CLOSE -> edition.close(NOW);
			case CONFIRM_CONTENTS -> edition.confirmContents(NOW);
			case FREEZE -> edition.freeze(NOW);
			case APPROVE -> edition.approve(NOW);
			case PUBLISH -> edition.publish(NOW);
		}
	}

}
