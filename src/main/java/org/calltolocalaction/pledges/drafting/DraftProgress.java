package org.calltolocalaction.pledges.drafting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.FormPart;
import org.calltolocalaction.forms.FormSection;
import org.calltolocalaction.pledges.PledgeForm;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a draft, part by part: a member who comes back after two weeks wants to
 * know it first.
 *
 * @param errors everything that is still missing or wrong, in the order of the form
 */
public record DraftProgress(List<Part> parts, List<FieldError> errors) {

	/** The progress of one part. */
	public enum State {

		NOT_STARTED,

		/** Something is still missing, and nothing is wrong so far. */
		IN_PROGRESS,

		/** Something that was typed has to be corrected. */
		HAS_ERRORS,

		COMPLETE,

		/** A partner remarked on an answer, which is still as it was then. */
		CHANGES_REQUESTED,

		/** Nothing was answered and nothing has to be. */
		OPTIONAL

	}

	/** One part with what is wrong in it. */
	public record Part(String id, @Nullable String title, State state, List<FieldError> errors) {
	}

	/**
	 * How many parts have all they need; one that may be left empty counts once something
	 * is in it.
	 */
	public long done() {
		return parts.stream().filter(part -> part.state() == State.COMPLETE).count();
	}

	/** How many parts there are, without those that may be left empty and are. */
	public long counted() {
		return parts.stream().filter(part -> part.state() != State.OPTIONAL).count();
	}

	/**
	 * The same where partners remarked on these answers, and nothing was changed in them
	 * since. What is wrong in a part stands before what was wished for in it.
	 */
	public DraftProgress withChangesRequested(PledgeForm form, Collection<String> remarkedOn) {
		Map<String, FormPart> asked = byId(form);
		return new DraftProgress(parts.stream()
			.map(part -> part.state() != State.HAS_ERRORS && holds(asked.get(part.id()), remarkedOn)
					? new Part(part.id(), part.title(), State.CHANGES_REQUESTED, part.errors()) : part)
			.toList(), errors);
	}

	// What is remarked on a row of a list concerns the part in which the list stands.
	private static boolean holds(@Nullable FormPart part, Collection<String> answers) {
		return part != null && Stream.concat(part.paths().stream(), part.uploads().stream())
			.anyMatch(
					path -> answers.stream().anyMatch(answer -> answer.equals(path) || answer.startsWith(path + ".")));
	}

	private static Map<String, FormPart> byId(PledgeForm form) {
		return form.definition().parts().stream().collect(Collectors.toMap(FormPart::id, Function.identity()));
	}

	/** Whether it can be submitted as it is. */
	public boolean complete() {
		return errors.isEmpty();
	}

	public static DraftProgress of(PledgeForm form, Answers answers, FormContext context) {
		Map<String, FormPart> asked = byId(form);
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
			.filter(path -> !PledgeForm.FILLED_IN_FOR_THEM.contains(path))
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
