package org.calltolocalaction.reviews.duedates;

import java.util.List;
import org.calltolocalaction.identity.FollowsAccount;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Of two accounts that become one, the address of the one that ends is closed: the person
 * makes another where they sign in from now on.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EndJoinedCalendarLink implements FollowsAccount {

	private final CalendarLinks links;

	private final RevokeCalendarLink revoke;

	EndJoinedCalendarLink(CalendarLinks links, RevokeCalendarLink revoke) {
		this.links = links;
		this.revoke = revoke;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Consequence> forecast(Person from, Person into) {
		return links.madeAt(from.id()).isPresent() ? List.of(Consequence.of("duedates.join.ends")) : List.of();
	}

	@Override
	public void follow(Person from, Person into, Person by) {
		revoke.end(from.id(), by);
	}

}
