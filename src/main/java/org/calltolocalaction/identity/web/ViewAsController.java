package org.calltolocalaction.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.CurrentPerson;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.TypedEmail;
import org.calltolocalaction.identity.ViewAs;
import org.calltolocalaction.identity.Viewing;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A coordinator looks on in the place of a member or a reviewer, and ends it. */
@Controller
class ViewAsController {

	/** What the form holds, as it was typed. */
	record ViewAsForm(@As(Text.LINE) String email, @As(Text.LINE) String reason) {
	}

	/** What a coordinator reads before they look on. */
	record ViewAsPage(long minutes) {
	}

	private static final ViewAsPage PAGE = new ViewAsPage(ViewAs.LONGEST.toMinutes());

	private static final String VIEW = "identity/view-as";

	private final ViewAs viewAs;

	private final People people;

	private final TypedEmail typed;

	private final CurrentPerson currentPerson;

	ViewAsController(ViewAs viewAs, People people, TypedEmail typed, CurrentPerson currentPerson) {
		this.viewAs = viewAs;
		this.people = people;
		this.typed = typed;
		this.currentPerson = currentPerson;
	}

	/**
	 * @param account the person beside whose name it was chosen
	 */
	@GetMapping("/coordination/people/view-as")
	String ask(@RequestParam(required = false) @Nullable AccountId account, Person by, Model model) {
		Optional<Person> chosen = Optional.ofNullable(account).flatMap(id -> viewAs.mayBeSeen(id, by));
		model.addAttribute("form", new ViewAsForm(chosen.map(Person::shownEmail).orElse(""), ""));
		model.addAttribute("page", PAGE);
		return VIEW;
	}

	@PostMapping("/coordination/people/view-as")
	String begin(@ModelAttribute("form") ViewAsForm form, BindingResult errors, Person by, Model model,
			HttpServletRequest request) {
		Optional<EmailAddress> email = typed.in(form.email(), errors);
		checkReason(form.reason(), errors);
		Optional<Viewing> viewing = errors.hasErrors() ? Optional.empty()
				: begun(by, email.orElseThrow(), form.reason(), errors);
		if (viewing.isEmpty()) {
			model.addAttribute("page", PAGE);
			return VIEW;
		}
		viewing.get().keep(request);
		return "redirect:" + Areas.home(people.person(viewing.get().account()));
	}

	@PostMapping(NoMarksOfViewers.END)
	String end(HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
		Optional<Viewing> viewing = Viewing.of(request);
		if (viewing.isEmpty()) {
			return "redirect:/";
		}
		Person by = people.person(viewing.get().by());
		viewAs.end(by, viewing.get());
		NoMarksOfViewers.over(request, response);
		currentPerson.forget(request);
		redirect.addFlashAttribute("message", "identity.viewing.ended");
		return "redirect:" + Areas.home(by);
	}

	private Optional<Viewing> begun(Person by, EmailAddress email, String reason, BindingResult errors) {
		try {
			return Optional.of(viewAs.begin(by, email, reason));
		}
		catch (Refused refused) {
			errors.rejectValue("email", refused.messageKey(), refused.arguments(), null);
			return Optional.empty();
		}
	}

	private static void checkReason(String reason, BindingResult errors) {
		if (!StringUtils.hasText(reason)) {
			errors.rejectValue("reason", "identity.viewing.reason.missing");
		}
		else if (reason.length() > ViewAs.LONGEST_REASON) {
			errors.rejectValue("reason", "identity.viewing.reason.long",
					new Object[] { ViewAs.LONGEST_REASON, reason.length() }, null);
		}
	}

}
