package org.calltolocalaction.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.calltolocalaction.editions.Timeliness;
import org.calltolocalaction.pledges.DisagreementReason;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

abstract class DecisionTableRows {

	@Autowired
	ProcessEngine engine;

	@ParameterizedTest(name = "{0} approve, {1} want changes, {2} decline, {3} missing in round {4}: {5}, {6}")
	@CsvSource({ "2, 0, 0, 1, 1, DISAGREEMENT,      MISSING_REVIEW", "0, 0, 0, 3, 1, DISAGREEMENT,      MISSING_REVIEW",
			"0, 0, 2, 1, 2, DISAGREEMENT,      MISSING_REVIEW", "0, 0, 0, 0, 1, DISAGREEMENT,      MISSING_REVIEW",
			"3, 0, 0, 0, 1, ACCEPTED,          ALL_APPROVE", "1, 0, 0, 0, 4, ACCEPTED,          ALL_APPROVE",
			"2, 1, 0, 0, 1, CHANGES_REQUESTED, CHANGES_ASKED", "0, 3, 0, 0, 2, CHANGES_REQUESTED, CHANGES_ASKED",
			"2, 1, 0, 0, 3, DISAGREEMENT,      THREE_ROUNDS", "0, 1, 0, 0, 4, DISAGREEMENT,      THREE_ROUNDS",
			"0, 0, 3, 0, 1, DECLINED,          ALL_DECLINE", "0, 0, 1, 0, 3, DECLINED,          ALL_DECLINE",
			"2, 0, 1, 0, 1, DISAGREEMENT,      CONFLICTING", "1, 1, 1, 0, 3, DISAGREEMENT,      CONFLICTING",
			"0, 2, 1, 0, 1, DISAGREEMENT,      CONFLICTING", "0, 1, 2, 0, 3, DISAGREEMENT,      CONFLICTING" })
	void reviews_add_up(int approvals, int changeRequests, int declines, int missing, int round, Outcome outcome,
			String reason) {
		assertThat(outcomeOf(approvals, changeRequests, declines, missing, round))
			.containsOnly(entry("outcome", outcome.name()), entry("reason", reason));
		if (outcome == Outcome.DISAGREEMENT) {
			assertThat(DisagreementReason.values()).extracting(DisagreementReason::name).contains(reason);
		}
	}

	@Test
	void every_combination_has_one_outcome_and_only_unanimous_approval_is_acceptance() {
		for (int combination = 0; combination < 3 * 3 * 3 * 3 * 2; combination++) {
			int approvals = combination % 3;
			int changeRequests = combination / 3 % 3;
			int declines = combination / 9 % 3;
			int missing = combination / 27 % 3;
			int round = combination < 81 ? 1 : 3;
			DmnDecisionRuleResult result = outcomeOf(approvals, changeRequests, declines, missing, round);
			boolean unanimous = approvals > 0 && changeRequests + declines + missing == 0;
			assertThat(result).as("%d, %d, %d, %d in round %d", approvals, changeRequests, declines, missing, round)
				.isNotNull();
			assertThat("ACCEPTED".equals(result.get("outcome"))).isEqualTo(unanimous);
		}
	}

	@Test
	void counts_that_cannot_be_have_no_outcome() {
		assertThat(outcomeOf(-1, 0, 0, 0, 1)).isNull();
	}

	@ParameterizedTest(name = "{0}, report frozen {1}: {2}, {3}")
	@CsvSource({ "IN_TIME,  false, THIS_EDITION, IN_TIME", "IN_GRACE, false, THIS_EDITION, IN_GRACE",
			"EXTENDED, false, THIS_EDITION, EXTENDED", "EXTENDED, true,  NEXT_EDITION, DECIDED_AFTER_FREEZE",
			"LATE,     false, NEXT_EDITION, LATE", "LATE,     true,  NEXT_EDITION, LATE",
			"BEFORE_CALL, false, NEXT_EDITION, BEFORE_CALL", "BEFORE_CALL, true,  NEXT_EDITION, BEFORE_CALL",
			"IN_TIME,  true,  NEXT_EDITION, DECIDED_AFTER_FREEZE",
			"IN_GRACE, true,  NEXT_EDITION, DECIDED_AFTER_FREEZE" })
	void a_pledge_has_its_place(Timeliness timeliness, boolean reportFrozen, String placement, PlacementReason reason) {
		assertThat(decide("deadline-check", Map.of("timeliness", timeliness.name(), "reportFrozen", reportFrozen)))
			.containsOnly(entry("placement", placement), entry("placementReason", reason.name()));
	}

	@Test
	void a_submission_of_unknown_timeliness_has_no_place() {
		assertThat(decide("deadline-check", Map.of("timeliness", "EARLY", "reportFrozen", false))).isNull();
	}

	private DmnDecisionRuleResult outcomeOf(int approvals, int changeRequests, int declines, int missing, int round) {
		return decide("review-outcome", Map.of("approvals", approvals, "changeRequests", changeRequests, "declines",
				declines, "missing", missing, "round", round));
	}

	private DmnDecisionRuleResult decide(String table, Map<String, Object> facts) {
		return engine.getDecisionService().evaluateDecisionTableByKey(table, facts).getSingleResult();
	}

}
