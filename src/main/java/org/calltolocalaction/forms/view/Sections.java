package org.calltolocalaction.forms.view;

import java.util.List;
import java.util.Locale;
import org.calltolocalaction.forms.model.Form;
import org.calltolocalaction.forms.model.Part;
import org.calltolocalaction.forms.model.Sheet;

/** Finds the headings of sections, which may name an answer. */
final class Sections {

	private Sections() {
	}

	/** The heading; null where the author grouped nothing. */
	static String title(Sheet sheet, Form.Section section, Locale locale) {
		List<Part> top = sheet.parts();
		return section.group() == null ? null : top.stream().filter(part -> part.component() == section.group())
				.findFirst().map(part -> part.wording().label(locale)).orElse(null);
	}

}
