package org.calltolocalaction.process.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.calltolocalaction.process.lint.PlantedMistakes.Planted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the rules for models find what they are for. */
class ModelRulesTests {

	static Stream<Planted> planted() {
		return Stream.of(PlantedMistakes.ALL, PlantedDrawings.ALL).flatMap(List::stream);
	}

	static Stream<ModelRule> rules() {
		return ModelRules.all();
	}

	@ParameterizedTest
	@MethodSource("planted")
	void a_planted_mistake_is_found_and_only_that(Planted mistake) {
		assertThat(rules()).filteredOn(ModelRule::name, mistake.rule())
			.singleElement()
			.satisfies(rule -> assertThat(rule.findings(mistake.read())).containsExactlyInAnyOrder(mistake.where()));
	}

	@Test
	void a_mistake_is_planted_for_every_rule() {
		assertThat(planted().map(Planted::rule)).containsAll(rules().map(ModelRule::name).toList());
	}

	@ParameterizedTest
	@MethodSource("rules")
	void no_rule_objects_to_a_sound_model(ModelRule rule) {
		assertThat(rule.findings(Model.of(PlantedDrawings.SOUND))).isEmpty();
	}

	@Test
	void the_rules_that_bpmnlint_recommends_are_all_there() {
		assertThat(ModelRules.RECOMMENDED).extracting(ModelRule::name)
			.containsExactlyInAnyOrder("ad-hoc-sub-process", "conditional-event", "conditional-flows",
					"end-event-required", "event-based-gateway", "event-sub-process-typed-start-event", "fake-join",
					"global", "label-required", "link-event", "no-bpmndi", "no-complex-gateway", "no-disconnected",
					"no-duplicate-sequence-flows", "no-gateway-join-fork", "no-implicit-end", "no-implicit-split",
					"no-implicit-start", "no-inclusive-gateway", "no-overlapping-elements", "single-blank-start-event",
					"single-event-definition", "start-event-required", "sub-process-blank-start-event",
					"superfluous-gateway", "superfluous-termination");
	}

}
