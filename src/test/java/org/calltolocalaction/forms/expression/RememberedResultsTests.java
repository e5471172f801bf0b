package org.calltolocalaction.forms.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.forms.FeelExpression;
import org.calltolocalaction.forms.Option;
import org.junit.jupiter.api.Test;

/** A condition is worked out as often as its answer could differ, and no more often. */
class RememberedResultsTests {

	private final List<Map<String, Object>> askedWith = new ArrayList<>();

	@Test
	void the_same_choice_is_worked_out_once_whatever_else_was_answered() {
		FeelExpression hides = RememberedResults.of(this::isYes, Set.of("openEnded"));

		assertThat(hides.evaluate(Map.of("openEnded", "YES", "title", "Homes"))).isEqualTo(true);
		assertThat(hides.evaluate(Map.of("openEnded", "YES", "title", "Schools"))).isEqualTo(true);
		assertThat(hides.evaluate(Map.of("openEnded", "NO", "title", "Homes"))).isEqualTo(false);
		assertThat(hides.evaluate(Map.of("title", "Homes"))).isNull();
		assertThat(hides.evaluate(Map.of("title", "Homes"))).isNull();
		assertThat(askedWith).hasSize(3);
	}

	@Test
	void what_asks_for_the_time_is_worked_out_each_time() {
		FeelExpression passed = RememberedResults.of(this::isYes, Set.of("openEnded", "today"));

		passed.evaluate(Map.of("openEnded", "YES"));
		passed.evaluate(Map.of("openEnded", "YES"));

		assertThat(askedWith).hasSize(2);
	}

	@Test
	void lists_and_rows_are_not_compared_but_worked_out() {
		FeelExpression counts = RememberedResults.of(this::isYes, Set.of("rows"));

		counts.evaluate(Map.of("rows", List.of("one")));
		counts.evaluate(Map.of("rows", List.of("one")));

		assertThat(askedWith).hasSize(2);
	}

	@Test
	void a_list_that_the_desk_supplies_is_compared_by_what_it_offers() {
		FeelExpression contains = RememberedResults.of(this::isYes, Set.of("criteria"));

		contains.evaluate(Map.of("criteria", new OfferedList(List.of(new Option("CONCRETE", "Concrete")))));
		contains.evaluate(Map.of("criteria", new OfferedList(List.of(new Option("CONCRETE", "Concrete")))));
		contains.evaluate(Map.of("criteria", new OfferedList(List.of(new Option("MEASURABLE", "Measurable")))));

		assertThat(askedWith).hasSize(2);
	}

	private Object isYes(Map<String, Object> context) {
		askedWith.add(context);
		Object answer = context.get("openEnded");
		return answer == null ? null : answer.equals("YES");
	}

}
