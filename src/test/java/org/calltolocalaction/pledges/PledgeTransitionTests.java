package org.calltolocalaction.pledges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What can happen to a pledge in which state, every cell of the table. */
class PledgeTransitionTests {

	private static final PledgeReference REFERENCE = new PledgeReference("CLA-2026-0042");

	private static final AccountId MEMBER = new AccountId(new UUID(0, 1));

	private static final Instant NOW = Instant.parse("2026-09-15T12:00:00Z");

	private static final Placement COUNTED = Placement.in(new EditionYear(2026));

	static Stream<Arguments> cells() {
		return Stream.of(PledgeState.values())
			.flatMap(state -> Stream.of(PledgeTransition.values()).map(transition -> Arguments.of(state, transition)));
	}

	@ParameterizedTest
	@MethodSource("cells")
	void a_pledge_goes_where_the_table_says_and_nowhere_else(PledgeState state, PledgeTransition transition) {
		Pledge pledge = in(state);

		if (transition.possibleIn(state)) {
			happens(transition, pledge);
			assertThat(pledge.state()).isEqualTo(transition.to());
		}
		else {
			assertThatIllegalStateException().isThrownBy(() -> happens(transition, pledge))
				.withMessageContaining(REFERENCE.value())
				.withMessageContaining("one of " + transition.from())
				.withMessageContaining(" is " + state);
			assertThat(pledge).as("what was refused changes nothing").usingRecursiveComparison().isEqualTo(in(state));
		}
	}

	@ParameterizedTest
	@EnumSource(PledgeState.class)
	void a_pledge_comes_to_each_state_from_its_draft(PledgeState state) {
		assertThat(in(state).state()).isEqualTo(state);
	}

	@ParameterizedTest
	@EnumSource(PledgeState.class)
	void a_working_copy_can_be_changed_where_it_can_be_submitted(PledgeState state) {
		assertThat(state.editable()).isEqualTo(PledgeTransition.SUBMIT.possibleIn(state));
	}

	@Test
	void a_withdrawn_pledge_tells_where_it_stood_and_why_it_went() {
		Pledge pledge = in(PledgeState.INCLUDED);

		pledge.withdraw(COUNTED, MEMBER, "No budget");

		assertThat(pledge).extracting("domainEvents")
			.isEqualTo(List.of(new PledgeWithdrawn(REFERENCE, MEMBER, "No budget", PledgeState.INCLUDED)));
		assertThat(pledge.withdrawnFrom()).contains(new EditionYear(2026));
	}

	@Test
	void a_revived_pledge_tells_who_took_it_up_and_is_judged_anew() {
		Pledge pledge = in(PledgeState.UNDER_REVIEW);
		pledge.withdraw(COUNTED, MEMBER, "");

		pledge.revive(MEMBER);

		assertThat(pledge).extracting("domainEvents")
			.asInstanceOf(InstanceOfAssertFactories.LIST)
			.last()
			.isEqualTo(new PledgeRevived(REFERENCE, MEMBER));
		assertThat(pledge.rounds().count(1)).isFalse();
		assertThat(pledge.round()).isZero();
		assertThat(pledge.firstSubmittedAt()).contains(NOW);
	}

	@Test
	void a_pledge_that_is_sent_back_tells_that_its_outcome_counts_no_more() {
		Pledge pledge = in(PledgeState.ACCEPTED);

		pledge.sendBackToPartners();

		assertThat(pledge).extracting("domainEvents").isEqualTo(List.of(new OutcomeTakenBack(REFERENCE)));
		assertThat(pledge.rounds().sentBackFrom()).contains(PledgeState.ACCEPTED);
		assertThat(pledge.rounds().timesSentBack()).isOne();
	}

	@Test
	void a_disagreement_on_the_way_does_not_hide_what_was_taken_back() {
		Pledge pledge = in(PledgeState.DECLINED);

		pledge.sendBackToPartners();
		pledge.referToCoordinators();
		pledge.sendBackToPartners();

		assertThat(pledge.rounds().sentBackFrom()).contains(PledgeState.DECLINED);
	}

	@Test
	void what_was_typed_for_requested_changes_is_kept_until_changes_are_requested_again() {
		Pledge pledge = in(PledgeState.CHANGES_REQUESTED);

		pledge.sendBackToPartners();
		assertThat(pledge.rounds().changesKept()).isTrue();

		pledge.requestChanges();
		assertThat(pledge.rounds().changesKept()).isFalse();
		assertThat(pledge.rounds().sentBackFrom()).isEmpty();
	}

	@Test
	void a_pledge_keeps_its_call_and_the_instant_of_its_first_submission() {
		Pledge pledge = in(PledgeState.CHANGES_REQUESTED);

		int revision = pledge.submit(Optional.of(new EditionYear(2027)), NOW.plusSeconds(86_400));

		assertThat(revision).isEqualTo(2);
		assertThat(pledge.call()).contains(new EditionYear(2026));
		assertThat(pledge.firstSubmittedAt()).contains(NOW);
	}

	@Test
	void a_pledge_that_waits_already_goes_on_waiting_since_then() {
		Pledge pledge = in(PledgeState.ACCEPTED);

		pledge.awaitNextEdition(NOW);
		pledge.awaitNextEdition(NOW.plusSeconds(60));
		assertThat(pledge.editions().waitingSince()).contains(NOW);

		pledge.include();
		assertThat(pledge.editions().waitingSince()).isEmpty();
	}

	@Test
	void the_table_that_people_read_is_the_table_that_pledges_follow() throws IOException {
		String rows = Stream.of(PledgeTransition.values())
			.map(transition -> "| `%s` | %s | `%s` |".formatted(transition,
					transition.from().stream().map(state -> "`" + state + "`").collect(Collectors.joining(", ")),
					transition.to()))
			.collect(Collectors.joining("\n"));

		assertThat(Files.readString(Path.of("docs/states.md"))).contains("""
				| what happens | possible in | leads to |
				|---|---|---|
				%s

				""".formatted(rows));
	}

	/** A pledge that came to this state by the shortest way there is. */
	private static Pledge in(PledgeState state) {
		Pledge pledge = Pledge.draft(REFERENCE, new GovernmentId(new UUID(0, 2)),
				Answers.of(Map.of("title", "A welcome desk")), MEMBER, NOW);
		wayTo(state).forEach(transition -> happens(transition, pledge));
		return pledge;
	}

	private static List<PledgeTransition> wayTo(PledgeState state) {
		Map<PledgeState, List<PledgeTransition>> ways = new EnumMap<>(PledgeState.class);
		ways.put(PledgeState.DRAFT, List.of());
		Deque<PledgeState> reached = new ArrayDeque<>(ways.keySet());
		while (!reached.isEmpty()) {
			PledgeState here = reached.remove();
			Arrays.stream(PledgeTransition.values())
				.filter(transition -> transition.possibleIn(here) && !ways.containsKey(transition.to()))
				.forEach(transition -> {
					List<PledgeTransition> way = new ArrayList<>(ways.get(here));
					way.add(transition);
					ways.put(transition.to(), way);
					reached.add(transition.to());
				});
		}
		return ways.get(state);
	}

	private static void happens(PledgeTransition transition, Pledge pledge) {
		switch (transition) {
			case SUBMIT -> pledge.submit(Optional.of(new EditionYear(2026)), NOW);
			case ACCEPT -> pledge.accept();
			case REQUEST_CHANGES -> pledge.requestChanges();
			case DECLINE -> pledge.decline();
			case REFER_TO_COORDINATORS -> pledge.referToCoordinators();
			case EXPLAIN_DECISION -> pledge.explainDecision("The centre opens in May.");
			case SEND_BACK_TO_PARTNERS -> pledge.sendBackToPartners();
			case INCLUDE -> pledge.include();
			case AWAIT_NEXT_EDITION -> pledge.awaitNextEdition(NOW);
			case WITHDRAW -> pledge.withdraw(COUNTED, MEMBER, "");
			case REVIVE -> pledge.revive(MEMBER);
			case DISCARD -> pledge.discard();
			case BRING_BACK -> pledge.bringBack();
		}
	}

}
