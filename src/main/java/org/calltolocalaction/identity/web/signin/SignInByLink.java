package org.calltolocalaction.identity.web.signin;

import java.util.Locale;
import org.calltolocalaction.identity.OpenAccount;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.web.SignedIn;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.text.Languages;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ott.InvalidOneTimeTokenException;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.authentication.ott.OneTimeTokenService;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Turns a token that was mailed into a signed-in person. That spends the token; a new
 * address gets its account.
 */
@Component
public class SignInByLink implements AuthenticationProvider {

	private final OneTimeTokenService tokens;

	private final OpenAccount openAccount;

	private final SignInLimits limits;

	SignInByLink(OneTimeTokenService tokens, OpenAccount openAccount, SignInLimits limits) {
		this.tokens = tokens;
		this.openAccount = openAccount;
		this.limits = limits;
	}

	@Override
	public Authentication authenticate(Authentication request) {
		OneTimeToken token = tokens.consume((OneTimeTokenAuthenticationToken) request);
		if (token == null) {
			throw new InvalidOneTimeTokenException("The sign-in link was used before, is too old, or never existed");
		}
		Locale language = request.getDetails() instanceof Locale asked ? asked : Languages.ENGLISH;
		EmailAddress email = EmailAddress.parse(token.getUsername())
			.orElseThrow(() -> new InvalidOneTimeTokenException("The sign-in link is for no address that exists"));
		limits.arrived(email);
		Person person = openAccount.of(email, language);
		if (person.suspended()) {
			throw new InvalidOneTimeTokenException("The sign-in link is for an account that is suspended");
		}
		return new SignedIn(person.id());
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return OneTimeTokenAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
