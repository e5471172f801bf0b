package org.calltolocalaction.identity.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.GrantRole;
import org.calltolocalaction.identity.InvitePerson;
import org.calltolocalaction.identity.InvitePerson.Awaited;
import org.calltolocalaction.identity.InvitePerson.Invitee;
import org.calltolocalaction.identity.JoinAccounts;
import org.calltolocalaction.identity.JoinAccounts.Forecast;
import org.calltolocalaction.identity.JoinAccounts.SameMailbox;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.SuspendAccount;
import org.calltolocalaction.identity.SuspendAccount.SuspendedAccount;
import org.calltolocalaction.identity.TypedEmail;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.post.RefusedAddresses;
import org.calltolocalaction.post.RefusedAddresses.RefusedAddress;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Term;
import org.calltolocalaction.vocabulary.Vocabulary;
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
 * Where coordinators see who reviews, coordinates and audits, invite people and take
 * their roles.
 */
@Controller
@RequestMapping("/coordination/people")
class PeopleController {

	/**
	 * The choice in the form that means coordinating; every other one is a partner's
	 * code.
	 */
	static final String COORDINATOR = "coordinator";

	/** The choice in the form that means auditing. */
	static final String AUDITOR = "auditor";

	/** What the form holds, as it was typed. */
	record RoleForm(@As(Text.LINE) String email, @As(Text.NAME) String name, @As(Text.CHOICE) String language,
			@As(Text.CHOICE) List<String> role) {

		/** Whether the box of this role is ticked. */
		public boolean asks(String choice) {
			return role != null && role.contains(choice);
		}

	}

	/** One partner and the people who review for it. */
	record Reviewers(Term partner, List<Person> people) {
	}

	/**
	 * What coordinators see of who reviews and who coordinates.
	 *
	 * @param refused the same as {@code undeliverable}, by address
	 * @param same accounts that turned out to be of one mailbox
	 * @param awaited who was invited and has not come yet
	 * @param partners who can get reviewers; those who have some stand in
	 * {@code reviewers}, closed or not
	 */
	record PeoplePage(List<RefusedAddress> undeliverable, Map<String, RefusedAddress> refused, List<SameMailbox> same,
			List<Term> partners, List<Reviewers> reviewers, List<Person> coordinators, List<Person> auditors,
			List<Awaited> awaited, List<SuspendedAccount> suspended) {

		/** The languages in which somebody can be written to. */
		public List<Locale> languages() {
			return Languages.ALL;
		}

		/**
		 * Whether a role can be taken from the person: somebody has to be able to give
		 * it.
		 */
		public boolean lastCoordinator(Person person) {
			return person.coordinator() && coordinators.size() == 1;
		}

	}

	/** What a coordinator sees before two accounts of one mailbox are joined. */
	record JoinPage(Forecast forecast) {
	}

	private final People people;

	private final GrantRole grantRole;

	private final Vocabulary vocabulary;

	private final JoinAccounts joinAccounts;

	private final RefusedAddresses refusedAddresses;

	private final TypedEmail typed;

	private final InvitePerson invitePerson;

	private final SuspendAccount suspendAccount;

	PeopleController(People people, GrantRole grantRole, Vocabulary vocabulary, JoinAccounts joinAccounts,
			RefusedAddresses refusedAddresses, TypedEmail typed, InvitePerson invitePerson,
			SuspendAccount suspendAccount) {
		this.people = people;
		this.grantRole = grantRole;
		this.vocabulary = vocabulary;
		this.joinAccounts = joinAccounts;
		this.refusedAddresses = refusedAddresses;
		this.typed = typed;
		this.invitePerson = invitePerson;
		this.suspendAccount = suspendAccount;
	}

	@GetMapping
	String list(@ModelAttribute("form") RoleForm form, Person by, Locale language, Model model) {
		model.addAttribute("page", page(by, language));
		return "identity/people";
	}

	@PostMapping
	String add(@ModelAttribute("form") RoleForm form, BindingResult errors, Person by, Locale language, Model model,
			RedirectAttributes redirect) {
		Optional<EmailAddress> email = typed.in(form.email(), errors);
		Optional<Locale> chosen = Languages.ALL.stream()
			.filter(known -> known.getLanguage().equals(form.language()))
			.findFirst();
		List<PartnerCode> partners = form.role() == null ? List.of()
				: form.role()
					.stream()
					.filter(role -> vocabulary.contains(Vocabulary.PARTNERS, role))
					.map(PartnerCode::new)
					.toList();
		if (partners.isEmpty() && !form.asks(COORDINATOR) && !form.asks(AUDITOR)) {
			errors.rejectValue("role", "identity.people.role.missing");
		}
		String name = Objects.requireNonNullElse(form.name(), "");
		if (name.length() > UpdateProfile.LONGEST_NAME) {
			errors.rejectValue("name", "identity.profile.name.long", new Object[] { UpdateProfile.LONGEST_NAME }, null);
		}
		else if (!UpdateProfile.plausibleName(name)) {
			errors.rejectValue("name", "identity.profile.name.link");
		}
		if (!errors.hasErrors()) {
			invite(by, new Invitee(email.orElseThrow(), name, chosen.orElse(by.language()), Set.copyOf(partners),
					form.asks(COORDINATOR), form.asks(AUDITOR)), errors);
		}
		if (errors.hasErrors()) {
			model.addAttribute("page", page(by, language));
			return "identity/people";
		}
		redirect.addFlashAttribute("message", "identity.people.added");
		redirect.addFlashAttribute("messageArguments", new Object[] { email.orElseThrow().display() });
		return "redirect:/coordination/people";
	}

	@PostMapping("/invitations/repeat")
	String repeat(Person by, @RequestParam AccountId account, RedirectAttributes redirect) {
		invitePerson.repeat(by, account);
		return told("identity.people.invited.repeated", account, redirect);
	}

	@PostMapping("/invitations/take-back")
	String takeBack(Person by, @RequestParam AccountId account, RedirectAttributes redirect) {
		invitePerson.takeBack(by, account);
		return told("identity.people.invited.takenBack", account, redirect);
	}

	@PostMapping("/take-auditor")
	String takeAuditor(Person by, @RequestParam AccountId account, RedirectAttributes redirect) {
		grantRole.takeAuditor(by, account);
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

	/** What joining two accounts of one mailbox would do. */
	@GetMapping("/join")
	String askWhetherToJoin(Person by, @RequestParam AccountId account, Model model) {
		model.addAttribute("page", new JoinPage(joinAccounts.forecast(by, account)));
		return "identity/join";
	}

	@PostMapping("/join")
	String join(Person by, @RequestParam AccountId account, RedirectAttributes redirect) {
		joinAccounts.join(by, account);
		redirect.addFlashAttribute("message", "identity.join.done");
		return "redirect:/coordination/people";
	}

	private String told(String message, AccountId about, RedirectAttributes redirect) {
		redirect.addFlashAttribute("message", message);
		redirect.addFlashAttribute("messageArguments", new Object[] { people.person(about).name() });
		return "redirect:/coordination/people";
	}

	private void invite(Person by, Invitee invitee, BindingResult errors) {
		try {
			invitePerson.invite(by, invitee);
		}
		catch (Refused refused) {
			errors.rejectValue("email", refused.messageKey(), refused.arguments(), null);
		}
	}

	private PeoplePage page(Person by, Locale language) {
		List<RefusedAddress> undeliverable = refusedAddresses.all();
		List<PartnerCode> active = vocabulary.activePartners();
		List<Term> partners = vocabulary.terms(Vocabulary.PARTNERS, language);
		return new PeoplePage(undeliverable,
				undeliverable.stream().collect(Collectors.toMap(RefusedAddress::email, Function.identity())),
				joinAccounts.waiting(by),
				partners.stream().filter(partner -> active.contains(new PartnerCode(partner.code()))).toList(),
				partners.stream()
					.map(partner -> new Reviewers(partner, people.reviewersOf(new PartnerCode(partner.code()))))
					.filter(group -> !group.people().isEmpty()
							|| active.contains(new PartnerCode(group.partner().code())))
					.toList(),
				people.coordinators(), people.auditors(), invitePerson.awaited(by), suspendAccount.all(by));
	}

}
