package org.calltolocalaction.identity.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.EmailAddress;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.As;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.Text;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Term;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where coordinators see who reviews and who coordinates, and give and take these roles. */
@Controller
@RequestMapping("/coordination/people")
class PeopleController {

	/** The choice in the form that means coordinating; every other one is a partner's code. */
	static final String COORDINATOR = "coordinator";

	/** What the form holds, as it was typed. */
	record RoleForm(@As(Text.ADDRESS) String email, @As(Text.CHOICE) String role) {
	}

	/** One partner and the people who review for it. */
	record Reviewers(Term partner, List<Person> people) {
	}

	private final People people;

	private final GrantRole grantRole;

	private final Vocabulary vocabulary;

	PeopleController(People people, GrantRole grantRole, Vocabulary vocabulary) {
		this.people = people;
		this.grantRole = grantRole;
		this.vocabulary = vocabulary;
	}

	@GetMapping
	String list(@ModelAttribute("form") RoleForm form, Locale language, Model model) {
		show(language, model);
		return "identity/people";
	}

	@PostMapping
	String add(@ModelAttribute("form") RoleForm form, BindingResult errors, Person by, Locale language, Model model,
			RedirectAttributes redirect) {
		Optional<EmailAddress> email = EmailAddress.parse(form.email());
		if (email.isEmpty()) {
			errors.rejectValue("email", StringUtils.hasText(form.email()) ? "identity.signIn.email.wrong"
					: "identity.signIn.email.missing");
		}
		if (!COORDINATOR.equals(form.role()) && !vocabulary.contains(Vocabulary.PARTNERS, form.role())) {
			errors.rejectValue("role", "identity.people.role.missing");
		}
		if (!errors.hasErrors()) {
			grant(by, email.orElseThrow(), form.role(), errors);
		}
		if (errors.hasErrors()) {
			show(language, model);
			return "identity/people";
		}
		redirect.addFlashAttribute("message", "identity.people.added");
		redirect.addFlashAttribute("messageArguments", new Object[] { email.orElseThrow().value() });
		return "redirect:/coordination/people";
	}

	@PostMapping("/take-reviewer")
	String takeReviewer(Person by, @RequestParam AccountId account, RedirectAttributes redirect) {
		grantRole.takeReviewer(by, account);
		redirect.addFlashAttribute("message", "identity.people.taken");
		return "redirect:/coordination/people";
	}

	@PostMapping("/take-coordinator")
	String takeCoordinator(Person by, @RequestParam AccountId account, RedirectAttributes redirect) {
		grantRole.takeCoordinator(by, account);
		redirect.addFlashAttribute("message", "identity.people.taken");
		return by.id().equals(account) ? "redirect:/" : "redirect:/coordination/people";
	}

	@PostMapping("/lead")
	String lead(Person by, @RequestParam AccountId account, RedirectAttributes redirect) {
		grantRole.lead(by, account);
		return told("identity.people.lead.given", account, redirect);
	}

	@PostMapping("/take-lead")
	String takeLead(Person by, @RequestParam AccountId account, RedirectAttributes redirect) {
		grantRole.takeLead(by, account);
		return told("identity.people.lead.taken", account, redirect);
	}

	private String told(String message, AccountId about, RedirectAttributes redirect) {
		redirect.addFlashAttribute("message", message);
		redirect.addFlashAttribute("messageArguments", new Object[] { people.person(about).name() });
		return "redirect:/coordination/people";
	}

	private void grant(Person by, EmailAddress email, String role, BindingResult errors) {
		try {
			if (COORDINATOR.equals(role)) {
				grantRole.coordinator(by, email);
			}
			else {
				grantRole.reviewer(by, email, new PartnerCode(role));
			}
		}
		catch (Refused refused) {
			errors.rejectValue("email", refused.messageKey(), refused.arguments(), null);
		}
	}

	private void show(Locale language, Model model) {
		model.addAttribute("partners", vocabulary.terms(Vocabulary.PARTNERS, language));
		model.addAttribute("reviewers",
				vocabulary.terms(Vocabulary.PARTNERS, language)
					.stream()
					.map(partner -> new Reviewers(partner, people.reviewersOf(new PartnerCode(partner.code()))))
					.toList());
		model.addAttribute("coordinators", people.coordinators());
	}

}
