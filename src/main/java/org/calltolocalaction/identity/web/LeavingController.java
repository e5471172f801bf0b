package org.calltolocalaction.identity.web;

import java.util.Objects;
import java.util.Optional;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.HandWorkOver;
import org.calltolocalaction.identity.HandWorkOver.Choice;
import org.calltolocalaction.identity.HandWorkOver.Forecast;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.SuspendAccount;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where coordinators say what becomes of somebody's open reviews: because they have too
 * many, lose the role, or are suspended. Each page says first how many there are.
 */
@Controller
@RequestMapping("/coordination/people")
class LeavingController {

	private static final String HERE = "redirect:/coordination/people";

	/** What becomes of the person whose work it is. */
	enum Leaving {

		/** Nothing: only the work goes. */
		WORK("/coordination/people/work"),

		/** They do not review any more. */
		ROLE("/coordination/people/take-reviewer"),

		/** Their account is suspended. */
		SUSPENSION("/coordination/people/suspend");

		private final String address;

		Leaving(String address) {
			this.address = address;
		}

		public String address() {
			return address;
		}

		/** The key of the page's words for it. */
		public String key() {
			return "identity.leaving." + name();
		}

	}

	/**
	 * What the form holds, as it was sent.
	 *
	 * @param to who gets the open reviews; null where they go back to the team
	 * @param foreseen of how many open reviews the page spoke; null where none was sent
	 */
	record LeavingForm(@Nullable AccountId account, @Nullable AccountId to, @Nullable Integer foreseen,
			@As(Text.PROSE) String reason) {

		/** Whose page it is; without anybody there is none. */
		AccountId whose() {
			return Optional.ofNullable(account).orElseThrow(() -> new NotFound("An account to speak of"));
		}

		Choice choice() {
			return new Choice(Optional.ofNullable(to), Objects.requireNonNullElse(foreseen, 0));
		}

	}

	/** What coordinators see before they do it. */
	record LeavingPage(Leaving leaving, Forecast forecast) {
	}

	private final HandWorkOver work;

	private final GrantRole grantRole;

	private final SuspendAccount suspendAccount;

	private final People people;

	LeavingController(HandWorkOver work, GrantRole grantRole, SuspendAccount suspendAccount, People people) {
		this.work = work;
		this.grantRole = grantRole;
		this.suspendAccount = suspendAccount;
		this.people = people;
	}

	@GetMapping("/work")
	String askAboutWork(Person by, @ModelAttribute("form") LeavingForm form, Model model) {
		return page(Leaving.WORK, by, form, model);
	}

	@PostMapping("/work")
	String handOver(Person by, @ModelAttribute("form") LeavingForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		return act(Leaving.WORK, () -> work.handOver(by, form.whose(), form.choice()), by, form, errors, model,
				redirect);
	}

	@GetMapping("/take-reviewer")
	String askAboutRole(Person by, @ModelAttribute("form") LeavingForm form, Model model) {
		return page(Leaving.ROLE, by, form, model);
	}

	@PostMapping("/take-reviewer")
	String takeReviewer(Person by, @ModelAttribute("form") LeavingForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		return act(Leaving.ROLE, () -> grantRole.takeReviewer(by, form.whose(), form.choice()), by, form, errors, model,
				redirect);
	}

	@GetMapping("/suspend")
	String askAboutSuspension(Person by, @ModelAttribute("form") LeavingForm form, Model model) {
		return page(Leaving.SUSPENSION, by, form, model);
	}

	@PostMapping("/suspend")
	String suspend(Person by, @ModelAttribute("form") LeavingForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		String reason = Objects.requireNonNullElse(form.reason(), "");
		return act(Leaving.SUSPENSION, () -> suspendAccount.suspend(by, form.whose(), reason, form.choice()), by, form,
				errors, model, redirect);
	}

	@PostMapping("/lift")
	String lift(Person by, @RequestParam AccountId account, RedirectAttributes redirect) {
		suspendAccount.lift(by, account);
		redirect.addFlashAttribute("message", "identity.suspend.lifted");
		redirect.addFlashAttribute("messageArguments", new Object[] { people.person(account).name() });
		return HERE;
	}

	private String page(Leaving leaving, Person by, LeavingForm form, Model model) {
		model.addAttribute("page", new LeavingPage(leaving, work.forecast(by, form.whose())));
		return "identity/leaving";
	}

	private String act(Leaving leaving, Runnable act, Person by, LeavingForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		try {
			act.run();
		}
		catch (Refused refused) {
			errors.rejectValue(refused.messageKey().startsWith("identity.suspend.reason") ? "reason" : "to",
					refused.messageKey(), refused.arguments(), null);
			return page(leaving, by, form, model);
		}
		redirect.addFlashAttribute("message", leaving.key() + ".done");
		redirect.addFlashAttribute("messageArguments", new Object[] { people.person(form.whose()).name() });
		return HERE;
	}

}
