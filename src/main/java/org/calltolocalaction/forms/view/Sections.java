package org.calltolocalaction.forms.view;

import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.forms.model.ComponentTexts;
import org.calltolocalaction.forms.model.EvaluatedForm;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.Part;
import org.jspecify.annotations.Nullable;

/** Finds the headings of sections, which may name an answer. */
final class Sections {

	private Sections() {
	}

	/** The heading; null where the author grouped nothing. */
	static @Nullable String title(EvaluatedForm evaluated, Form.Section section, Locale locale) {
		return wording(evaluated, section).map(wording -> wording.label(locale)).orElse(null);
	}

	/**
	 * The heading for this reader: one that speaks to those who fill in the form would
	 * mislead all others.
	 */
	static @Nullable String title(EvaluatedForm evaluated, Form.Section section, Locale locale, Reader reader) {
		return reader == Reader.AUTHOR ? title(evaluated, section, locale)
				: wording(evaluated, section).map(wording -> wording.name(locale)).orElse(null);
	}

	private static Optional<ComponentTexts> wording(EvaluatedForm evaluated, Form.Section section) {
		return section.group() == null ? Optional.empty()
				: evaluated.parts()
					.stream()
					.filter(part -> part.component() == section.group())
					.findFirst()
					.map(Part::wording);
	}

}
