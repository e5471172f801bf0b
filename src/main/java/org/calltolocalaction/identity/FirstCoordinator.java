package org.calltolocalaction.identity;

import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Appoints the coordinator whom the configuration names, where there is none at all:
 * somebody has to be able to appoint the others. Where there are some, nothing is done,
 * so that a role taken away does not return by a restart.
 */
@Component
class FirstCoordinator {

	private final DeskProperties properties;

	private final People people;

	private final GrantRole grantRole;

	FirstCoordinator(DeskProperties properties, People people, GrantRole grantRole) {
		this.properties = properties;
		this.people = people;
		this.grantRole = grantRole;
	}

	// Started, not ready: the runners that come in between already need a coordinator.
	@EventListener(ApplicationStartedEvent.class)
	void appoint() {
		String email = properties.firstCoordinator();
		if (email == null || email.isBlank() || !people.coordinators().isEmpty()) {
			return;
		}
		grantRole.byTheDesk(EmailAddress.parse(email)
			.orElseThrow(() -> new IllegalStateException(
					"The first coordinator's e-mail address must look like name@example.org")));
	}

}
