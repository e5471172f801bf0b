package org.calltolocalaction.reviews.team.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.team.AssignReview.Assignment;
import org.calltolocalaction.reviews.team.AssignReview;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A reviewer gives a review to a colleague, from its own page. */
@Controller
class AssignController {

	private final AssignReview assignReview;

	private final People people;

	AssignController(AssignReview assignReview, People people) {
		this.assignReview = assignReview;
		this.people = people;
	}

	/**
	 * Why it was not given on, for the page that follows; what was chosen and typed
	 * stands in the form again.
	 *
	 * @param wrong what is wrong with the form; null where nothing is
	 * @param away that the colleague is away; null where they are not
	 */
	record NotAssigned(@Nullable Wrong wrong, @Nullable Away away, @Nullable UUID to,
			@Nullable String note) implements Serializable {
	}

	/** What is wrong in which field, with what the sentence names. */
	record Wrong(String field, String messageKey, Object[] arguments) implements Serializable {
	}

	/**
	 * A colleague who is away.
	 *
	 * @param deputy who could have it instead; null where nobody is proposed
	 */
	record Away(String colleague, LocalDate until, @Nullable UUID deputy, String deputyName) implements Serializable {
	}

	/** What the form of the page sends. */
	record Posted(@Nullable UUID to, @Nullable UUID from, @As(Text.PROSE) @Nullable String note,
			@Nullable Boolean knowingAway) {

		Assignment assignmentTo(UUID to) {
			return new Assignment(new AccountId(to), from == null ? null : new AccountId(from),
					note == null ? "" : note, Boolean.TRUE.equals(knowingAway));
		}

	}

	@PostMapping("/reviews/{reference}/assign")
	String assign(@PathVariable PledgeReference reference, Posted posted, Person reviewer,
			RedirectAttributes redirect) {
		UUID to = posted.to();
		if (to == null) {
			return refused(reference, wrong("to", "team.assign.not.NOBODY", new Object[0], posted), redirect);
		}
		AssignReview.Result result = assignReview.assign(reference, posted.assignmentTo(to), reviewer);
		return result.fold(assigned -> {
			redirect.addFlashAttribute("message", "team.assigned");
			redirect.addFlashAttribute("messageArguments", new Object[] { reference.value(), assigned.to().name() });
			return "redirect:/reviews/" + reference;
		}, away -> refused(reference, new NotAssigned(null, away(away), posted.to(), posted.note()), redirect),
				notAssigned -> refused(reference, wrong(notAssigned, posted), redirect));
	}

	private NotAssigned wrong(AssignReview.NotAssigned refusal, Posted posted) {
		String field = refusal instanceof AssignReview.NoteTooLong ? "note" : "to";
		return wrong(field, refusal.messageKey(), refusal.arguments(this::nameOf), posted);
	}

	private static NotAssigned wrong(String field, String messageKey, Object[] arguments, Posted posted) {
		return new NotAssigned(new Wrong(field, messageKey, arguments), null, posted.to(), posted.note());
	}

	private Away away(AssignReview.Away away) {
		return new Away(nameOf(away.absence().reviewer()), away.absence().lastDay(),
				away.deputy().map(AccountId::value).orElse(null), away.deputy().map(this::nameOf).orElse(""));
	}

	private String nameOf(AccountId id) {
		return people.person(id).name();
	}

	private static String refused(PledgeReference reference, NotAssigned why, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notAssigned", why);
		return "redirect:/reviews/" + reference + "#assign";
	}

}
