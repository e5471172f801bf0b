package org.calltolocalaction.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.ViewAs;
import org.calltolocalaction.identity.Viewing;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Whoever signs out while they look on in somebody else's place ends that, too. */
@Component
class SignedOutOfView implements LogoutHandler {

	private final ViewAs viewAs;

	private final People people;

	SignedOutOfView(ViewAs viewAs, People people) {
		this.viewAs = viewAs;
		this.people = people;
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
		Viewing.of(request).ifPresent(viewing -> viewAs.end(people.person(viewing.by()), viewing));
	}

}
