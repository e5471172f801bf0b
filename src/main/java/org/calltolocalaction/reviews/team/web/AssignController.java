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
import org.calltolocalaction.reviews.team.AssignReview;
import org.calltolocalaction.reviews.team.AssignReview.Assignment;
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
	 * @param why ends the key of the sentence
	 * @param colleague whom the sentence names
	 * @param deputy who could have it instead; null where nobody is proposed
	 */
	record NotAssigned(String why, String colleague, LocalDate until, UUID deputy, String deputyName, UUID to,
			String note) implements Serializable {
	}

	/** What the form of the page sends. */
	record Posted(UUID to, UUID from, @As(Text.PROSE) String note, Boolean knowingAway) {

		Assignment assignment() {
			return new Assignment(new AccountId(to), from == null ? null : new AccountId(from),
					note == null ? "" : note, Boolean.TRUE.equals(knowingAway));
		}

	}

	@PostMapping("/reviews/{reference}/assign")
	String assign(@PathVariable PledgeReference reference, Posted posted, Person reviewer,
			RedirectAttributes redirect) {
		if (posted.to() == null) {
			return refused(reference, because("NOBODY", "", posted), redirect);
		}
		AssignReview.Result result = assignReview.assign(reference, posted.assignment(), reviewer);
		if (result instanceof AssignReview.Assigned assigned) {
			redirect.addFlashAttribute("message", "team.assigned");
			redirect.addFlashAttribute("messageArguments", new Object[] { reference.value(), assigned.to().name() });
			return "redirect:/reviews/" + reference;
		}
		return refused(reference, explained(result, posted), redirect);
	}

	private NotAssigned explained(AssignReview.Result result, Posted posted) {
		if (result instanceof AssignReview.HeldBy other) {
			return because("HELD", people.person(other.colleague()).name(), posted);
		}
		if (result instanceof AssignReview.Away away) {
			Person absent = people.person(away.absence().reviewer());
			return new NotAssigned("AWAY", absent.name(), away.absence().lastDay(),
					away.deputy().map(AccountId::value).orElse(null),
					away.deputy().map(people::person).map(Person::name).orElse(""), posted.to(), posted.note());
		}
		if (result instanceof AssignReview.NoteTooLong) {
			return because("NOTE", String.valueOf(AssignReview.LONGEST_NOTE), posted);
		}
		if (result instanceof AssignReview.KeepsOut) {
			return because("KEEPS_OUT", "", posted);
		}
		return because(result instanceof AssignReview.NotOpen ? "NOT_OPEN" : "NO_COLLEAGUE", "", posted);
	}

	private static NotAssigned because(String why, String colleague, Posted posted) {
		return new NotAssigned(why, colleague, null, null, "", posted.to(), posted.note());
	}

	private static String refused(PledgeReference reference, NotAssigned why, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notAssigned", why);
		return "redirect:/reviews/" + reference + "#assign";
	}

}
