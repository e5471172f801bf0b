package org.calltolocalaction.governments.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invitations that still hold, for those who sent them and for those who got them, oldest
 * first; and those declined.
 */
@Component
@Transactional(readOnly = true)
public class OpenInvitations {

	/** One address that may join one government. */
	public record OpenInvitation(InvitationId id, String email, Government government, Person by, Instant expiresAt) {

		/** The address as people read it. */
		public String shownEmail() {
			return EmailAddress.shown(email);
		}

	}

	/** One that was declined, and on which day. */
	public record DeclinedInvitation(String email, Instant declinedAt) {
	}

	/** As long as those who invited may wonder. */
	private static final Duration SHOWN_FOR = Duration.ofDays(30);

	private final Invitations invitations;

	private final Governments governments;

	private final People people;

	private final Clock clock;

	OpenInvitations(Invitations invitations, Governments governments, People people, Clock clock) {
		this.invitations = invitations;
		this.governments = governments;
		this.people = people;
		this.clock = clock;
	}

	public List<OpenInvitation> of(GovernmentId government) {
		return described(invitations.openFor(government.value(), clock.instant()));
	}

	/** Those to which somebody said no lately, last first. */
	public List<DeclinedInvitation> declined(GovernmentId government) {
		return invitations.declinedSince(government.value(), clock.instant().minus(SHOWN_FOR))
			.stream()
			.map(invitation -> new DeclinedInvitation(invitation.email(), invitation.closedAt()))
			.toList();
	}

	public List<OpenInvitation> to(Person person) {
		return described(invitations.openTo(person.email(), clock.instant()));
	}

	private List<OpenInvitation> described(List<Invitation> open) {
		Map<AccountId, Person> persons = people.all(open.stream().map(Invitation::invitedBy).distinct().toList());
		Map<GovernmentId, Government> known = governments.all(open.stream().map(Invitation::government).toList());
		return open.stream()
			.map(invitation -> new OpenInvitation(invitation.id(), invitation.email(),
					Objects.requireNonNull(known.get(invitation.government()), "An invitation is of a government"),
					Objects.requireNonNull(persons.get(invitation.invitedBy()), "Whoever invites has an account"),
					invitation.expiresAt()))
			.toList();
	}

}
