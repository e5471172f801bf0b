package org.calltolocalaction.forms.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.forms.expression.Condition;
import org.calltolocalaction.forms.model.Computed;
import org.calltolocalaction.forms.model.DataTable;
import org.calltolocalaction.forms.model.Gap;
import org.calltolocalaction.forms.model.Prose;
import org.calltolocalaction.forms.model.Rules;
import org.calltolocalaction.forms.model.Rules.Format;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what nobody fills in: words, tables, values that are worked out, room. */
final class StaticContentReader {

	private final String file;

	private final Expressions expressions;

	private final ComponentTextsReader wordings;

	StaticContentReader(String file, Expressions expressions, ComponentTextsReader wordings) {
		this.file = file;
		this.expressions = expressions;
		this.wordings = wordings;
	}

	Prose prose(JsonObjectReader place, List<String> requireOneOf) {
		boolean html = "html".equals(place.text("type"));
		String member = html ? "content" : "text";
		place.allowOnly(Set.of("type", "id", "label", "layout", "conditional", "properties", member), "member");
		place.requiredText(member);
		return new Prose(place.requiredText("id"), html, wordings.of(place), expressions.hide(place), Layouts.of(place),
				requireOneOf);
	}

	DataTable table(JsonObjectReader place) {
		place.allowOnly(Set.of("type", "id", "label", "layout", "conditional", "properties", "columns",
				"columnsExpression", "dataSource", "rowCount"), "member");
		new CustomProperties(place, Set.of());
		place.requiredText("label");
		List<String> columns = new ArrayList<>();
		for (JsonNode node : place.list("columns")) {
			JsonObjectReader column = new JsonObjectReader(file, place.requiredText("id"), node);
			column.allowOnly(Set.of("key", "label"), "member of a column");
			columns.add(column.requiredText("key"));
		}
		if (columns.stream().distinct().count() < columns.size()) {
			throw place.broken("a column stands twice in the table");
		}
		String columnsExpression = place.text("columnsExpression");
		if ((columnsExpression == null) == columns.isEmpty()) {
			throw place.broken("columns come either from columns or from a columnsExpression");
		}
		return new DataTable(place.requiredText("id"), wordings.of(place), expressions.hide(place), Layouts.of(place),
				expressions.formula(place, "dataSource", place.requiredText("dataSource")), columns,
				columnsExpression == null ? null : expressions.formula(place, "columnsExpression", columnsExpression));
	}

	Gap gap(JsonObjectReader place) {
		boolean line = "separator".equals(place.text("type"));
		place.allowOnly(line ? Set.of("type", "id", "layout", "conditional", "properties")
				: Set.of("type", "id", "layout", "conditional", "properties", "height"), "member");
		Integer height = place.wholeNumber("height");
		if (height != null && height < 0) {
			throw place.broken("height must not be less than nothing");
		}
		return new Gap(place.requiredText("id"), expressions.hide(place), Layouts.of(place), wordings.of(place),
				line ? null : height == null ? 60 : height);
	}

	String key(JsonObjectReader place) {
		return QuestionReader.checkedKey(place, place.requiredText("key"));
	}

	Computed computed(JsonObjectReader place, @Nullable Audience inherited) {
		place.allowOnly(
				Set.of("type", "id", "key", "label", "layout", "conditional", "properties", "expression", "computeOn"),
				"member");
		CustomProperties properties = new CustomProperties(place, Set.of("name", "audience"));
		String when = place.text("computeOn");
		if (when != null && !Set.of("change", "presubmit").contains(when)) {
			throw place.broken("computeOn must be change or presubmit, but is '" + when + "'");
		}
		Audience audience = properties.requiredAudience(inherited);
		Rules rules = new Rules(null, null, Condition.NEVER, Condition.NEVER, audience, Format.PLAIN, null, null,
				false);
		return new Computed(place.requiredText("id"), key(place), wordings.of(place), expressions.hide(place),
				Layouts.of(place), expressions.formula(place, "expression", place.requiredText("expression")), rules);
	}

}
