package org.calltolocalaction.identity.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.CurrentPerson;
import org.calltolocalaction.identity.web.signin.LiveLinks;
import org.calltolocalaction.identity.web.signin.SignInByLink;
import org.calltolocalaction.identity.web.signin.SignInLinks;
import org.calltolocalaction.kernel.operation.SecurityEvents.Event;
import org.calltolocalaction.kernel.operation.SecurityEvents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.ott.JdbcOneTimeTokenService;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.authentication.ott.OneTimeTokenService;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Who may open which address, how one signs in and out, and what browsers are told to
 * forbid.
 */
@Configuration(proxyBeanMethods = false)
public class DeskSecurity {

	private static final String[] PUBLIC = { "/", "/sign-in/**", "/pledges/**", "/pledges.csv", "/reports/**",
			"/editions.ics", "/editions/**", "/pledge-form", "/receipts/verify", "/receipts/proofs/**",
			"/.well-known/**", "/read/**", "/calendar/**", "/emails/leave/*", "/robots.txt", "/sitemap.xml",
			"/sitemap/**", "/assets/**", "/error", "/actuator/health/**", "/dev/mailbox/**" };

	private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	@Bean
	SecurityFilterChain deskFilters(HttpSecurity http, CurrentPerson currentPerson, SignInLinks links,
			SignInByLink provider, AfterSignIn afterSignIn, Refusals refusals, RequestCache requests,
			SecurityContextRepository contexts, OneTimeTokenService tokens, LocaleResolver languages,
			SecurityEvents events, SignedOutOfView signedOutOfView) {
		http.addFilterAfter(new NoMarksOfViewers(currentPerson), CsrfFilter.class);
		http.authorizeHttpRequests(requestsTo -> {
			requestsTo.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
			requestsTo.requestMatchers(PUBLIC).permitAll();
			for (Areas area : Areas.values()) {
				requestsTo.requestMatchers(area.patterns()).access(admittedTo(area, currentPerson));
			}
			requestsTo.anyRequest().denyAll();
		});
		// Mail programs send this one by themselves; what it does needs no session.
		http.csrf(forms -> forms.ignoringRequestMatchers(
				PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/emails/leave/{token}")));
		http.oneTimeTokenLogin(signIn -> signIn.loginPage("/sign-in")
			.tokenGeneratingUrl("/sign-in")
			.generateRequestResolver(links)
			.tokenGenerationSuccessHandler(links)
			.tokenService(tokens)
			.showDefaultSubmitPage(false)
			.loginProcessingUrl("/sign-in/link")
			.authenticationConverter(request -> tokenIn(request, languages))
			.authenticationProvider(provider)
			.authenticationSuccessHandler(afterSignIn)
			.authenticationFailureHandler((request, response, failure) -> {
				events.note(Event.LINK_REFUSED, request, null);
				response.sendRedirect(request.getContextPath() + "/sign-in/again");
			}));
		http.logout(signOut -> signOut.logoutUrl("/sign-out")
			.logoutSuccessUrl("/")
			.addLogoutHandler(signedOutOfView)
			.addLogoutHandler((request, response, who) -> {
				if (who != null && who.getPrincipal() instanceof AccountId account) {
					events.note(Event.SIGNED_OUT, request, account);
				}
			})
			// What the browser kept for its back button must not be read by the next
			// person at this machine.
			.addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE))));
		http.exceptionHandling(refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
		http.requestCache(cache -> cache.requestCache(requests));
		http.securityContext(context -> context.securityContextRepository(contexts));
		http.headers(DeskSecurity::headers);
		return http.build();
	}

	// Nobody reads what each filter took, and each would be wrapped into three more to
	// measure it.
	@Bean
	SecurityObservationSettings filtersUnmeasured() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	JdbcOneTimeTokenService oneTimeTokens(JdbcOperations jdbc, Clock clock) {
		JdbcOneTimeTokenService tokens = new JdbcOneTimeTokenService(jdbc);
		tokens.setClock(clock);
		return tokens;
	}

	@Bean
	@Primary
	OneTimeTokenService liveLinks(JdbcOneTimeTokenService tokens, JdbcClient jdbc, Clock clock) {
		return new LiveLinks(tokens, jdbc, clock);
	}

	@Bean
	SecurityContextRepository securityContexts() {
		return new HttpSessionSecurityContextRepository();
	}

	@Bean
	// Spring Security names null as the way to have no such parameter; the signature does
	// not say so.
	@SuppressWarnings("NullAway")
	RequestCache wantedPages() {
		HttpSessionRequestCache requests = new HttpSessionRequestCache();
		// A whole page that somebody may want to come back to; not the parts that htmx
		// fetches.
		requests.setRequestMatcher(
				new AndRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"),
						new NegatedRequestMatcher(new RequestHeaderRequestMatcher("HX-Request"))));
		requests.setMatchingRequestParameterName(null);
		return requests;
	}

	private static AuthorizationManager<RequestAuthorizationContext> admittedTo(Areas area,
			CurrentPerson currentPerson) {
		return (authentication,
				context) -> new AuthorizationDecision(currentPerson.of(context.getRequest(), authentication.get())
					.filter(person -> area.admits(person, context.getRequest()))
					.isPresent());
	}

	// A missing token is an unknown one: it gets the same page, with the same way on.
	private static OneTimeTokenAuthenticationToken tokenIn(HttpServletRequest request, LocaleResolver languages) {
		String token = request.getParameter("token");
		OneTimeTokenAuthenticationToken attempt = OneTimeTokenAuthenticationToken
			.unauthenticated(token == null ? "" : token);
		attempt.setDetails(languages.resolveLocale(request));
		return attempt;
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT));
		headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
		headers.crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
		headers.crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
		headers.permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
		headers.frameOptions(frames -> frames.deny());
		// Not no-store: after "this page was too old" the back button has to bring back
		// what was typed.
		headers.cacheControl(cache -> cache.disable());
		headers.addHeaderWriter(new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "private, no-cache"));
	}

}
