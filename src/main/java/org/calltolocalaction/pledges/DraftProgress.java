package org.calltolocalaction.pledges;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormPart;
import org.calltolocalaction.forms.Validation;

/**
 * How far a draft has come, part by part: what a member who comes back after two weeks wants to know first.
 *
 * @param errors everything that is still missing or wrong, in the order of the form
 */
public record DraftProgress(List<Part> parts, List<FieldError> errors) {

	/** What a new draft holds before anybody typed. */
	private static final Set<String> FILLED_IN_FOR_THEM = Set.of("language", "contactName", "contactEmail");

	/** How far one part has come. */
	public enum State {

		NOT_STARTED,

		/** Something is still missing, and nothing is wrong so far. */
		IN_PROGRESS,

		/** Something that was typed has to be corrected. */
		HAS_ERRORS,

		COMPLETE,

		/** Nothing was answered and nothing has to be. */
		OPTIONAL

	}

	/** One part with what is wrong in it. */
	public record Part(String id, State state, List<FieldError> errors) {
	}

	/** Whether it can be submitted as it is. */
	public boolean complete() {
		return errors.isEmpty();
	}

	static DraftProgress of(PledgeForm form, Answers answers, FormContext context) {
		Validation validation = form.definition().validate(answers, context);
		List<Part> parts = new ArrayList<>();
		for (FormPart part : form.definition().parts()) {
			List<FieldError> errors = validation.errors()
				.stream()
				.filter(error -> part.paths().contains(error.path()))
				.toList();
			parts.add(new Part(part.id(), state(part, answers, errors), errors));
		}
		return new DraftProgress(List.copyOf(parts), validation.errors());
	}

	private static State state(FormPart part, Answers answers, List<FieldError> errors) {
		boolean begun = part.paths()
			.stream()
			.anyMatch(path -> answers.value(path).isPresent() && !FILLED_IN_FOR_THEM.contains(path));
		if (errors.isEmpty()) {
			return begun ? State.COMPLETE : State.OPTIONAL;
		}
		if (errors.stream().anyMatch(error -> answers.value(error.path()).isPresent())) {
			return State.HAS_ERRORS;
		}
		return begun ? State.IN_PROGRESS : State.NOT_STARTED;
	}

}
