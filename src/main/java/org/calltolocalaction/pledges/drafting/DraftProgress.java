package org.calltolocalaction.pledges.drafting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormPart;
import org.calltolocalaction.forms.FormSection;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeQuestion;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a draft, part by part: a member who comes back after two weeks wants to
 * know it first.
 *
 * @param errors everything that is still missing or wrong, in the order of the form
 */
public record DraftProgress(List<Part> parts, List<FieldError> errors) {

	/**
	 * What a new draft holds before anybody typed, beside what the form itself has
	 * standing there.
	 */
	private static final Set<String> FILLED_IN_FOR_THEM = Set.of(PledgeQuestion.LANGUAGE.key(),
			PledgeQuestion.CONTACT_NAME.key(), PledgeQuestion.CONTACT_EMAIL.key());

	/** The progress of one part. */
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
	public record Part(String id, @Nullable String title, State state, List<FieldError> errors) {
	}

	/** Whether it can be submitted as it is. */
	public boolean complete() {
		return errors.isEmpty();
	}

	public static DraftProgress of(PledgeForm form, Answers answers, FormContext context) {
		Map<String, FormPart> asked = form.definition()
			.parts()
			.stream()
			.collect(Collectors.toMap(FormPart::id, Function.identity()));
		Answers initial = form.definition().initial();
		List<Part> parts = form.definition()
			.progress(answers, context)
			.stream()
			.map(section -> new Part(section.id(), section.title(),
					state(section, Objects.requireNonNull(asked.get(section.id()), "A section is a part"), answers,
							initial),
					section.errors()))
			.toList();
		return new DraftProgress(parts, parts.stream().flatMap(part -> part.errors().stream()).toList());
	}

	private static State state(FormSection section, FormPart part, Answers answers, Answers initial) {
		boolean begun = Stream.concat(part.paths().stream(), part.uploads().stream())
			.filter(path -> !FILLED_IN_FOR_THEM.contains(path))
			.anyMatch(path -> answers.value(path).isPresent() && !answers.value(path).equals(initial.value(path)));
		if (section.isValid()) {
			return begun ? State.COMPLETE : State.OPTIONAL;
		}
		if (section.state() == FormSection.State.HAS_ERRORS) {
			return State.HAS_ERRORS;
		}
		return begun ? State.IN_PROGRESS : State.NOT_STARTED;
	}

}
