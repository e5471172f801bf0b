package org.calltolocalaction.forms.model;

import java.util.List;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.Option;
import org.calltolocalaction.forms.expression.Scope;

/**
 * A question at one place of a form, with everything worked out that depends on other
 * answers.
 *
 * @param path where the answer stands, which is its parameter's name as well
 * @param readonly whether the answer may be read and not changed
 * @param required whether it must be answered
 */
public record Field(Question question, String path, ComponentTexts wording, Constraints constraints, boolean shown,
		boolean readonly, boolean required, Scope scope) implements Part {

	@Override
	public Component component() {
		return question;
	}

	/** Which kind of question it is. */
	public FieldType type() {
		return question.type();
	}

	/** What the desk asks beyond form-js. */
	public Rules rules() {
		return question.rules();
	}

	/** Whether the field is neither asked nor kept. */
	public boolean disabled() {
		return question.disabled();
	}

	/**
	 * Whether its answer counts: what is hidden or disabled is neither judged nor kept.
	 */
	public boolean asked() {
		return shown && !disabled();
	}

	/**
	 * The id of the field's place on the page; dots would have to be escaped in links and
	 * styles.
	 */
	public String htmlId() {
		return path.replace('.', '-');
	}

	/** The id of the input that a link leads to. */
	public String anchor() {
		return type().anchor(htmlId());
	}

	/** Whether there is a list to choose from. */
	public boolean hasChoices() {
		return question.choices() != null;
	}

	/** The options to choose from, in the reader's language. */
	public List<Option> options(FormContext context) {
		Choices choices = question.choices();
		return choices == null ? List.of() : choices.options(wording, context, scope);
	}

}
