package org.calltolocalaction.notifications.membership;

import org.calltolocalaction.governments.membership.JoinReminder;
import org.calltolocalaction.governments.membership.JoinRequests.JoinRequest;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.springframework.stereotype.Component;

/** What those read who may answer a request to join, and have not. */
@Component
class JoinRequestMailTexts {

	private final MailTexts texts;

	JoinRequestMailTexts(MailTexts texts) {
		this.texts = texts;
	}

	/**
	 * @param toCoordinator because the government has no member who could answer
	 */
	MailText reminder(JoinRequest request, boolean toCoordinator, Person reader) {
		MailText mail = texts.to(reader);
		mail.subject("notifications.joinRequestReminder.subject")
			.paragraph("notifications.joinRequestReminder.text", MembershipMailTexts.harmless(request.person()),
					mail.times().day(request.requestedAt()), request.government().name())
			.paragraph("notifications.joinRequested.by", request.person().email());
		if (!toCoordinator) {
			mail.paragraph("notifications.joinRequestReminder.next",
					mail.times().day(JoinReminder.COORDINATORS.due(request.requestedAt())));
		}
		return mail.link("notifications.link.request", MembershipMailTexts.pageOf(request.id(), toCoordinator))
			.signed(toCoordinator ? MailParts.whyCoordinator(mail) : MailParts.whyMember(mail, request.government()));
	}

	/**
	 * @param members how many people could have answered and were reminded
	 */
	MailText unanswered(JoinRequest request, int members, Person coordinator) {
		MailText mail = texts.to(coordinator);
		return mail.subject("notifications.joinRequestUnanswered.subject")
			.paragraph("notifications.joinRequestUnanswered.text", MembershipMailTexts.harmless(request.person()),
					mail.times().day(request.requestedAt()), request.government().name())
			.paragraph("notifications.joinRequested.by", request.person().email())
			.paragraph("notifications.joinRequestUnanswered.members", members)
			.link("notifications.link.request", MembershipMailTexts.pageOf(request.id(), true))
			.signed(MailParts.whyCoordinator(mail));
	}

}
