package org.calltolocalaction.notifications.membership;

import java.time.Clock;
import java.util.List;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.membership.JoinReminder;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.governments.membership.JoinRequests.JoinRequest;
import org.calltolocalaction.governments.membership.MembershipId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the reminders of a request to join that nobody has answered. Keyed: writing the
 * same mail twice leaves one. Called by the process.
 */
@Service
@Transactional
public class JoinRequestMails {

	private final JoinRequests requests;

	private final Governments governments;

	private final People people;

	private final JoinRequestMailTexts texts;

	private final Outbox outbox;

	private final Clock clock;

	JoinRequestMails(JoinRequests requests, Governments governments, People people, JoinRequestMailTexts texts,
			Outbox outbox, Clock clock) {
		this.requests = requests;
		this.governments = governments;
		this.people = people;
		this.texts = texts;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * None where the request was answered or taken back; and none where the next one is
	 * due as well and goes to the same people, as after a long outage.
	 */
	public void reminder(MembershipId id, JoinReminder reminder) {
		requests.open(id).ifPresent(request -> {
			List<Person> members = governments.members(request.government().id());
			boolean toCoordinators = reminder == JoinReminder.COORDINATORS || members.isEmpty();
			if (overtaken(request, reminder, toCoordinators, members)) {
				return;
			}
			if (reminder == JoinReminder.COORDINATORS) {
				outbox.writeToEach(people.coordinators(), MailKind.JOIN_REQUEST_UNANSWERED, request.government().id(),
						reader -> texts.unanswered(request, members.size(), reader), id, reminder);
			}
			else {
				outbox.writeToEach(toCoordinators ? people.coordinators() : members, MailKind.JOIN_REQUEST_REMINDER,
						request.government().id(), reader -> texts.reminder(request, toCoordinators, reader), id,
						reminder);
			}
		});
	}

	private boolean overtaken(JoinRequest request, JoinReminder reminder, boolean toCoordinators,
			List<Person> members) {
		return reminder.next()
			.filter(next -> !next.due(request.requestedAt()).isAfter(clock.instant()))
			.filter(next -> (next == JoinReminder.COORDINATORS || members.isEmpty()) == toCoordinators)
			.isPresent();
	}

}
