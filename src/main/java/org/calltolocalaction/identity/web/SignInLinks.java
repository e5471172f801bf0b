package org.calltolocalaction.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.kernel.EmailAddress;
import org.calltolocalaction.identity.SignInMails;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.post.Utf8Offer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.web.authentication.ott.GenerateOneTimeTokenRequestResolver;
import org.springframework.security.web.authentication.ott.OneTimeTokenGenerationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Makes sign-in links and sends them off. What is no address at all, or one request too many, gets no token and falls
 * through to {@link SignInController}, which gives the same answer as if a mail were on its way.
 */
@Component
class SignInLinks implements GenerateOneTimeTokenRequestResolver, OneTimeTokenGenerationSuccessHandler {

	static final Duration LIFETIME = Duration.ofMinutes(15);

	/** The session's memory of the address that was typed, so that the next page can show a slip of the finger. */
	static final String ASKED_FOR = "signIn.askedFor";

	private static final Logger log = LoggerFactory.getLogger(SignInLinks.class);

	private final SignInLimits limits;

	private final SignInMails mails;

	private final Utf8Offer utf8Offer;

	private final LocaleResolver languages;

	private final DeskProperties properties;

	SignInLinks(SignInLimits limits, SignInMails mails, Utf8Offer utf8Offer, LocaleResolver languages,
			DeskProperties properties) {
		this.limits = limits;
		this.mails = mails;
		this.utf8Offer = utf8Offer;
		this.languages = languages;
		this.properties = properties;
	}

	@Override
	public GenerateOneTimeTokenRequest resolve(HttpServletRequest request) {
		Optional<EmailAddress> email = EmailAddress.parse(request.getParameter("email"));
		if (email.isEmpty() || !utf8Offer.mayReach(email.get())) {
			return null;
		}
		if (!limits.admit(email.get(), request.getRemoteAddr())) {
			log.warn("A sign-in link was not sent: more than {} for one address or {} for one client in an hour",
					SignInLimits.LINKS_PER_ADDRESS, SignInLimits.LINKS_PER_CLIENT);
			return null;
		}
		return new GenerateOneTimeTokenRequest(email.get().value(), LIFETIME);
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, OneTimeToken token)
			throws IOException {
		Locale language = languages.resolveLocale(request);
		URI link = UriComponentsBuilder.fromUri(properties.addressOf("/sign-in/link"))
			.queryParam("token", token.getTokenValue())
			.queryParam("lang", language.getLanguage())
			.build()
			.toUri();
		mails.sendLink(new EmailAddress(token.getUsername()), link, language, token.getExpiresAt());
		request.getSession().setAttribute(ASKED_FOR, token.getUsername());
		response.sendRedirect(request.getContextPath() + "/sign-in/sent");
	}

}
