package org.calltolocalaction.forms.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.forms.Option;
import org.calltolocalaction.forms.model.Field;
import org.calltolocalaction.forms.model.Findings;

/**
 * What may be chosen: only a code that the page offered, since a person cannot have
 * chosen another.
 */
final class OfferedOptions {

	static final int LONGEST_CODE = 200;

	private OfferedOptions() {
	}

	static boolean requireOffered(Field field, List<?> codes, Findings findings) {
		List<String> offered = field.options(findings.context()).stream().map(Option::value).toList();
		if (!offered.containsAll(codes)) {
			findings.add(field, "forms.error.unknown-option");
			return false;
		}
		return true;
	}

	// The first box carries the field's own id, so that the error summary's link leads to
	// it.
	static List<FormView.Choice> choices(Field field, List<?> chosen, FormContext context) {
		List<FormView.Choice> choices = new ArrayList<>();
		for (Option option : field.options(context)) {
			String id = choices.isEmpty() ? field.htmlId() : field.htmlId() + "-" + (choices.size() + 1);
			choices.add(new FormView.Choice(id, option, chosen.contains(option.value())));
		}
		return choices;
	}

	// A code that a vocabulary has given up stays readable as the code.
	static List<String> labels(Field field, List<?> codes, FormContext context) {
		Map<String, String> labels = field.options(context)
			.stream()
			.collect(Collectors.toMap(Option::value, Option::label, (first, second) -> first));
		return codes.stream().map(code -> labels.getOrDefault((String) code, (String) code)).toList();
	}

}
