package org.calltolocalaction.identity.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.identity.DemonstrationAccounts;
import org.calltolocalaction.identity.DemonstrationAccounts.DemonstrationAccount;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.TypedEmail;
import org.calltolocalaction.identity.web.AfterSignIn;
import org.calltolocalaction.identity.web.DeskSecurity;
import org.calltolocalaction.identity.web.SignedIn;
import org.calltolocalaction.identity.web.signin.SignInLimits.Because;
import org.calltolocalaction.identity.web.signin.SignInLimits.Slowed;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages around signing in. Making and redeeming links is Spring Security's, see
 * {@link DeskSecurity}.
 */
@Controller
@RequestMapping("/sign-in")
class SignInController {

	/** What the form holds: the address, as it was typed. */
	record SignInForm(@As(Text.LINE) String email) {
	}

	/**
	 * What people see who want to sign in.
	 *
	 * @param demonstrationAccounts as which they may look around; none where the desk is
	 * run for real
	 */
	record SignInPage(List<DemonstrationAccount> demonstrationAccounts) {
	}

	/** Why, and how long, somebody has to wait for a link. */
	record WaitPage(Because because, WaitText pause) {
	}

	/**
	 * What people see to whom a link was sent.
	 *
	 * @param askedFor the address, as it was understood; null where nobody asked
	 */
	record SentPage(@Nullable String askedFor) {
	}

	/** What people see who opened a link. */
	record LinkPage(String token) {
	}

	private final ObjectProvider<DemonstrationAccounts> demonstration;

	private final OpenAccount openAccount;

	private final SecurityContextRepository contexts;

	private final AfterSignIn afterSignIn;

	private final TypedEmail typed;

	SignInController(ObjectProvider<DemonstrationAccounts> demonstration, OpenAccount openAccount,
			SecurityContextRepository contexts, AfterSignIn afterSignIn, TypedEmail typed) {
		this.demonstration = demonstration;
		this.openAccount = openAccount;
		this.contexts = contexts;
		this.afterSignIn = afterSignIn;
		this.typed = typed;
	}

	@GetMapping
	String ask(@ModelAttribute("form") SignInForm form, Model model) {
		model.addAttribute("page", new SignInPage(demonstrationAccounts()));
		return "identity/sign-in";
	}

	/**
	 * Reached only where {@link SignInLinks} made no token: for a slip of the finger, or
	 * for who has to wait.
	 */
	@PostMapping
	String withoutToken(@ModelAttribute("form") SignInForm form, BindingResult errors,
			@RequestAttribute(name = SignInLinks.SLOWED, required = false) Slowed slowed, Model model,
			HttpSession session, HttpServletResponse response) {
		Optional<EmailAddress> email = typed.in(form.email(), errors);
		if (email.isEmpty()) {
			model.addAttribute("page", new SignInPage(demonstrationAccounts()));
			return "identity/sign-in";
		}
		if (slowed == null) {
			session.setAttribute(SignInLinks.ASKED_FOR, email.get().value());
			return "redirect:/sign-in/sent";
		}
		response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(slowed.pause().toSeconds() + 1));
		model.addAttribute("page", new WaitPage(slowed.because(), WaitText.of(slowed.pause())));
		return "identity/wait";
	}

	@GetMapping("/sent")
	String sent(HttpSession session, Model model) {
		model.addAttribute("page", new SentPage(session.getAttribute(SignInLinks.ASKED_FOR) instanceof String email
				? EmailAddress.shown(email) : null));
		return "identity/link-sent";
	}

	/**
	 * A page with a button, because mail scanners follow every link, and a link is good
	 * for one use.
	 */
	@GetMapping("/link")
	String link(@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String token, Model model,
			HttpServletResponse response) {
		if (!StringUtils.hasText(token)) {
			return "redirect:/sign-in/again";
		}
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("Cache-Control", "no-store");
		model.addAttribute("page", new LinkPage(token));
		return "identity/link";
	}

	@GetMapping("/again")
	String again(@ModelAttribute("form") SignInForm form) {
		return "identity/link-refused";
	}

	/** Signs in as one of the demonstration accounts, and as nobody else. */
	@PostMapping("/demonstration")
	void demonstrate(@RequestParam @As(Text.ADDRESS) String email, HttpServletRequest request,
			HttpServletResponse response, Locale language) throws IOException {
		DemonstrationAccount account = demonstrationAccounts().stream()
			.filter(offered -> offered.email().equalsIgnoreCase(email))
			.findFirst()
			.orElseThrow(() -> new NotFound("A demonstration account " + email));
		Person person = openAccount.of(EmailAddress.parse(account.email()).orElseThrow(), language);
		if (person.suspended()) {
			throw new NotFound("An account that is not suspended: " + email);
		}
		Authentication signedIn = new SignedIn(person.id());
		request.changeSessionId();
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(signedIn);
		contexts.saveContext(context, request, response);
		afterSignIn.onAuthenticationSuccess(request, response, signedIn);
	}

	private List<DemonstrationAccount> demonstrationAccounts() {
		return demonstration.stream().flatMap(accounts -> accounts.all().stream()).toList();
	}

}
