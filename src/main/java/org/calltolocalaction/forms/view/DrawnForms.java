package org.calltolocalaction.forms.view;

import java.util.List;
import java.util.Map;
import org.calltolocalaction.forms.Change;
import org.calltolocalaction.forms.FieldNote;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.kernel.text.CompiledTemplates;

/** Draws forms as HTML, with the templates of {@code src/main/jte/forms}, on one page. */
public final class DrawnForms {

	private final Page page;

	DrawnForms(Page page) {
		this.page = page;
	}

	/** The questions to fill in. */
	public String fields(FormView view) {
		return drawn("fields", "view", view);
	}

	/** The links to whatever is wrong, above the questions. */
	public String errorSummary(FormView view) {
		return drawn("errorSummary", "view", view);
	}

	/** The form as it is written on by hand. */
	public String printed(FormView view) {
		return drawn("printed", "view", view);
	}

	/** The answers, to be read. */
	public String answers(FormSummary summary) {
		return drawn("answers", "summary", summary);
	}

	/** One answer, for a page that says beside it what it wants. */
	public String answer(FormSummary.Answer answer) {
		return drawn("answer", "answer", answer);
	}

	/** What others remarked on one answer. */
	public String notes(List<FieldNote> notes) {
		return drawn("notes", "notes", notes);
	}

	/** What changed between two versions of the answers. */
	public String changes(List<Change> changes) {
		return drawn("changes", "changes", changes);
	}

	private String drawn(String template, String name, Object drawn) {
		return CompiledTemplates.draw("forms/" + template, Map.of(name, drawn, "page", page));
	}

}
