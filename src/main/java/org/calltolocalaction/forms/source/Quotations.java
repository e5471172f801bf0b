package org.calltolocalaction.forms.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.forms.BrokenForm;
import org.calltolocalaction.forms.model.Component;
import org.calltolocalaction.forms.model.Computed;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.Question;

/**
 * Refuses what would tell its readers an answer that is not for them: a heading or a name
 * that quotes it, and a value that is worked out from it and is for more people only
 * because the section around it is.
 */
final class Quotations {

	private final String file;

	private final Map<String, Audience> audiences;

	/**
	 * @param audiences for whom the answer at each place is
	 */
	Quotations(String file, Map<String, Audience> audiences) {
		this.file = file;
		this.audiences = audiences;
	}

	/**
	 * @param outspoken ids of the components that say themselves for whom they are
	 */
	void check(List<Component> components, Set<String> outspoken) {
		for (Component component : Form.all(components)) {
			Set<String> quoted = component.wording().namesShownWithAnswers();
			for (Component shown : Form.all(List.of(component))) {
				expect(component, "its text quotes", quoted, shown);
			}
			if (component instanceof Computed computed && !outspoken.contains(computed.id())) {
				expect(component, "it is worked out from", computed.formula().names(), computed);
			}
		}
	}

	private void expect(Component component, String how, Set<String> names, Component shown) {
		Audience readers = shown instanceof Question question ? question.rules().audience()
				: shown instanceof Computed computed ? computed.rules().audience() : null;
		if (readers == null || names.isEmpty()) {
			return;
		}
		audiences.forEach((place, audience) -> {
			if (Form.isNamed(place, names) && !readers.isWithin(audience)) {
				throw new BrokenForm(file, component.id(),
						"%s '%s', which is for %s only, and is shown to %s: say here who reads it".formatted(how, place,
								audience, readers));
			}
		});
	}

}
