package org.calltolocalaction.forms;

import java.util.List;
import org.calltolocalaction.forms.source.FormFile;
import org.calltolocalaction.forms.source.FormFiles;
import org.calltolocalaction.process.CamundaFeel;

/** The forms as they would be if somebody had called one question otherwise. */
public final class RenamedQuestion {

	private RenamedQuestion() {
	}

	public static FormDefinitions in(String form, String key, String renamed) {
		String asked = "\"key\": \"%s\"";
		List<FormFile> files = FormFiles.under("forms")
			.stream()
			.filter(file -> file.name().endsWith("/" + form + ".form"))
			.map(file -> new FormFile(file.name(), file.json().replace(asked.formatted(key), asked.formatted(renamed)),
					file.translations()))
			.toList();
		return new FormDefinitions(files, CamundaFeel.expressions());
	}

}
