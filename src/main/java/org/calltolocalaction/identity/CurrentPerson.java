package org.calltolocalaction.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.calltolocalaction.kernel.request.Busy;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is asking. The session knows only the account's id; the person behind it is read
 * once for each request, so that a role that was taken away a second ago is gone.
 */
@Component
public class CurrentPerson {

	private static final String READ = CurrentPerson.class.getName();

	private final People people;

	private final ViewAs viewAs;

	CurrentPerson(People people, ViewAs viewAs) {
		this.people = people;
		this.viewAs = viewAs;
	}

	/**
	 * The signed-in person, or the one in whose place they look on; empty for visitors,
	 * and for an account that no longer exists or is suspended.
	 */
	public Optional<Person> of(HttpServletRequest request) {
		if (Busy.told(request)) {
			// A page that says that there is no room, or no database, is the same for
			// everybody.
			return Optional.empty();
		}
		return of(request, SecurityContextHolder.getContext().getAuthentication());
	}

	public Optional<Person> of(HttpServletRequest request, @Nullable Authentication authentication) {
		if (authentication == null || !(authentication.getPrincipal() instanceof AccountId id)) {
			return Optional.empty();
		}
		if (request.getAttribute(READ) instanceof Read read && read.id().equals(id)) {
			return read.person();
		}
		Optional<Person> person = people.find(id).filter(known -> !known.suspended()).map(own -> shown(own, request));
		request.setAttribute(READ, new Read(id, person));
		return person;
	}

	private Person shown(Person own, HttpServletRequest request) {
		return Viewing.of(request).flatMap(viewing -> viewAs.seen(viewing, own)).orElse(own);
	}

	/**
	 * Whose account it is, as far as this request has found out already; nothing is
	 * looked up for it.
	 */
	public Optional<AccountId> known(HttpServletRequest request) {
		return request.getAttribute(READ) instanceof Read read ? Optional.of(read.id()) : Optional.empty();
	}

	/**
	 * The person has changed something about themselves: the page that follows must see
	 * it.
	 */
	public void forget(HttpServletRequest request) {
		request.removeAttribute(READ);
	}

	private record Read(AccountId id, Optional<Person> person) {
	}

}
