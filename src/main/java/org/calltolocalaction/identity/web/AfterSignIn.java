package org.calltolocalaction.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import org.calltolocalaction.identity.CurrentPerson;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.identity.WaitingPage;
import org.calltolocalaction.identity.web.signin.SignInLinks;
import org.calltolocalaction.kernel.address.LocalAddress;
import org.calltolocalaction.kernel.operation.SecurityEvents;
import org.calltolocalaction.kernel.operation.SecurityEvents.Event;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * Leads a person who just signed in to what waits for their answer, or to the page they
 * had asked for, or else to where their work is; whoever has no name yet is asked for it
 * on the way.
 */
@Component
public class AfterSignIn implements AuthenticationSuccessHandler {

	private final CurrentPerson currentPerson;

	private final RequestCache requests;

	private final UpdateProfile profiles;

	private final ObjectProvider<WaitingPage> waitingPages;

	private final SecurityEvents events;

	AfterSignIn(CurrentPerson currentPerson, RequestCache requests, UpdateProfile profiles,
			ObjectProvider<WaitingPage> waitingPages, SecurityEvents events) {
		this.currentPerson = currentPerson;
		this.requests = requests;
		this.profiles = profiles;
		this.waitingPages = waitingPages;
		this.events = events;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		Person person = currentPerson.of(request, authentication).orElseThrow();
		events.note(Event.SIGNED_IN, request, person.id());
		zoneOf(request).ifPresent(zone -> profiles.guessZone(person, zone));
		SavedRequest wanted = requests.getRequest(request, response);
		requests.removeRequest(request, response);
		request.getSession().removeAttribute(SignInLinks.ASKED_FOR);
		String page = waitingPages.orderedStream()
			.flatMap(waiting -> waiting.of(person).stream())
			.findFirst()
			.or(() -> Optional.ofNullable(wanted)
				.flatMap(AfterSignIn::within)
				.map(LocalAddress::value)
				.map(address -> address.substring(request.getContextPath().length()))
				.filter(address -> open(address, person)))
			.orElse(Areas.home(person));
		response.sendRedirect(request.getContextPath() + (person.named() ? page : NameController.before(page)));
	}

	private static Optional<ZoneId> zoneOf(HttpServletRequest request) {
		return Optional.ofNullable(request.getParameter("zone"))
			.filter(ZoneId.getAvailableZoneIds()::contains)
			.map(ZoneId::of);
	}

	// Of what was asked for only the page is taken, never the host that the request
	// named.
	private static Optional<LocalAddress> within(SavedRequest wanted) {
		try {
			URI page = URI.create(wanted.getRedirectUrl());
			return LocalAddress.of(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
		}
		catch (IllegalArgumentException malformed) {
			return Optional.empty();
		}
	}

	// Somebody else may have asked for that page on this machine before.
	private static boolean open(String wanted, Person person) {
		return Areas.of(URI.create(wanted).getPath()).map(area -> area.admits(person)).orElse(true);
	}

}
