package org.calltolocalaction.identity.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.calltolocalaction.identity.SignInMails;
import org.calltolocalaction.identity.web.signin.SignInLimits.Because;
import org.calltolocalaction.identity.web.signin.SignInLimits.Slowed;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.operation.SecurityEvents;
import org.calltolocalaction.kernel.operation.SecurityEvents.Event;
import org.calltolocalaction.kernel.request.ClientAddress;
import org.calltolocalaction.post.Utf8Offer;
import org.jspecify.annotations.Nullable;
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
 * Makes sign-in links and sends them off. What is no address at all, or comes too soon,
 * gets no token and falls through to {@link SignInController}, which says so, in the same
 * words whether the address has an account or not.
 */
@Component
public class SignInLinks implements GenerateOneTimeTokenRequestResolver, OneTimeTokenGenerationSuccessHandler {

	static final Duration LIFETIME = Duration.ofMinutes(15);

	/**
	 * The session's memory of the address that was typed, so that the next page can show
	 * a slip of the finger.
	 */
	public static final String ASKED_FOR = "signIn.askedFor";

	/** The request's attribute that says why, and how long, to wait. */
	static final String SLOWED = "signIn.slowed";

	private static final Logger log = LoggerFactory.getLogger(SignInLinks.class);

	private final SignInLimits limits;

	private final SignInMails mails;

	private final Utf8Offer utf8Offer;

	private final LocaleResolver languages;

	private final DeskProperties properties;

	private final Clock clock;

	private final SecurityEvents events;

	private final AtomicReference<Instant> warned = new AtomicReference<>(Instant.EPOCH);

	SignInLinks(SignInLimits limits, SignInMails mails, Utf8Offer utf8Offer, LocaleResolver languages,
			DeskProperties properties, Clock clock, SecurityEvents events) {
		this.limits = limits;
		this.mails = mails;
		this.utf8Offer = utf8Offer;
		this.languages = languages;
		this.properties = properties;
		this.clock = clock;
		this.events = events;
	}

	@Override
	public @Nullable GenerateOneTimeTokenRequest resolve(HttpServletRequest request) {
		Optional<EmailAddress> email = EmailAddress.parse(request.getParameter("email"));
		if (email.isEmpty() || !utf8Offer.mayReach(email.get())) {
			return null;
		}
		Optional<Slowed> slowed = limits.admit(email.get(), ClientAddress.of(request.getRemoteAddr()));
		if (slowed.isPresent()) {
			slowed.filter(one -> one.because() != Because.OF_THE_ADDRESS).ifPresent(this::warn);
			request.setAttribute(SLOWED, slowed.get());
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
		events.note(Event.LINK_ASKED, request, null);
		mails.sendLink(new EmailAddress(token.getUsername()), link, language, token.getExpiresAt());
		request.getSession().setAttribute(ASKED_FOR, token.getUsername());
		response.sendRedirect(request.getContextPath() + "/sign-in/sent");
	}

	// Once a minute at most: whoever asks without end must not fill the log.
	private void warn(Slowed slowed) {
		Instant now = clock.instant();
		Instant before = Objects.requireNonNull(warned.get(), "It begins with the epoch");
		if (now.isAfter(before.plus(Duration.ofMinutes(1))) && warned.compareAndSet(before, now)) {
			log.warn("Sign-in links are slowed down, because more than usual are asked for {}",
					slowed.because() == Because.OF_THE_CLIENT ? "from one client address" : "by everybody together");
		}
	}

}
