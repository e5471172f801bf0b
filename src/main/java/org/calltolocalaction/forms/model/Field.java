package org.calltolocalaction.forms.model;

import java.util.List;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.Option;

/**
 * A question with an answer.
 *
 * @param path where the answer stands, which is its parameter's name as well
 * @param choices null where the answer is free
 */
public record Field(String id, String path, FieldType type, Wording wording, Condition hide, boolean disabled,
		Constraints constraints, Rules rules, Choices choices) implements Component {

	/** The id of the field's place on the page; dots would have to be escaped in links and styles. */
	public String htmlId() {
		return path.replace('.', '-');
	}

	/** The id of the input that a link leads to. */
	public String anchor() {
		return type.anchor(htmlId());
	}

	/** The options to choose from, in the reader's language. */
	public List<Option> options(FormContext context) {
		return choices == null ? List.of() : choices.options(wording, context);
	}

}
