package org.calltolocalaction.forms.expression;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import org.calltolocalaction.forms.Option;

/**
 * A list of options as expressions see it: what the desk supplies and nobody typed, so
 * that what an expression says of it may be remembered.
 */
public final class OfferedList extends AbstractList<Map<String, String>> implements RandomAccess {

	private final List<Map<String, String>> options;

	public OfferedList(List<Option> offered) {
		this.options = offered.stream()
			.map(option -> Map.of("value", option.value(), "label", Objects.toString(option.label(), "")))
			.toList();
	}

	@Override
	public Map<String, String> get(int index) {
		return options.get(index);
	}

	@Override
	public int size() {
		return options.size();
	}

}
