package org.calltolocalaction.governments.invitation;

import java.util.Optional;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.WaitingPage;
import org.springframework.stereotype.Component;

/**
 * Shows an invitation to who has just signed in and may accept it. Who acts for a
 * government already is not stopped by it, else strangers could stand in everybody's way;
 * they find it on their government's page.
 */
@Component
class InvitationAwaitsAnswer implements WaitingPage {

	private final OpenInvitations openInvitations;

	private final Governments governments;

	InvitationAwaitsAnswer(OpenInvitations openInvitations, Governments governments) {
		this.openInvitations = openInvitations;
		this.governments = governments;
	}

	@Override
	public Optional<String> of(Person person) {
		return governments.actedForBy(person.id()).isPresent() || openInvitations.to(person).isEmpty()
				? Optional.empty() : Optional.of("/my/government");
	}

}
