package org.calltolocalaction.notifications.membership;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.invitation.InvitationId;
import org.calltolocalaction.governments.membership.MembershipId;
import org.calltolocalaction.governments.membership.MembershipMails;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.outbox.MailKey;
import org.calltolocalaction.notifications.outbox.Outbox;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the mails about memberships into the outbox, each once, in the transaction of
 * what they tell of.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OutboxMembershipMails implements MembershipMails {

	private final MailTexts texts;

	private final MembershipMailTexts membershipLetters;

	private final Outbox outbox;

	private final Governments governments;

	private final People people;

	OutboxMembershipMails(MailTexts texts, MembershipMailTexts membershipLetters, Outbox outbox, Governments governments,
			People people) {
		this.texts = texts;
		this.membershipLetters = membershipLetters;
		this.outbox = outbox;
		this.governments = governments;
		this.people = people;
	}

	@Override
	public void invited(InvitationId invitation, EmailAddress email, Government government, Person by,
			Instant expires) {
		Optional<Person> known = people.byEmail(email.value());
		MailText mail = known.map(texts::to).orElseGet(() -> texts.toNewcomer(by.language(), by.zone()));
		membershipLetters.invitation(mail, email.display(), government, by, expires);
		MailKey key = MailKey.of(MailKind.INVITATION, government.id(), invitation);
		known.ifPresentOrElse(person -> outbox.write(key, person, mail),
				() -> outbox.writeToNewcomer(key, email, mail));
	}

	@Override
	public void requested(MembershipId request, Person asker, Government government) {
		List<Person> members = governments.members(government.id());
		for (Person member : members) {
			outbox.write(MailKey.of(MailKind.JOIN_REQUESTED, government.id(), member.id(), request), member,
					membershipLetters.request(texts.to(member), asker, government, false));
		}
		for (Person coordinator : members.isEmpty() ? people.coordinators() : List.<Person>of()) {
			outbox.write(MailKey.of(MailKind.JOIN_REQUESTED, government.id(), coordinator.id(), request), coordinator,
					membershipLetters.request(texts.to(coordinator), asker, government, true));
		}
	}

	@Override
	public void agreed(MembershipId request, Person member, Government government, Person by) {
		requestEnded(request, government.id());
		outbox.write(MailKey.of(MailKind.JOIN_AGREED, government.id(), member.id(), request), member,
				membershipLetters.agreed(texts.to(member), government));
		tellColleagues(MailKind.MEMBER_JOINED, request, member, government, by);
	}

	@Override
	public void refused(MembershipId request, Person asker, Government government) {
		requestEnded(request, government.id());
		outbox.write(MailKey.of(MailKind.JOIN_REFUSED, government.id(), asker.id(), request), asker,
				membershipLetters.refused(texts.to(asker), government));
	}

	@Override
	public void requestEnded(MembershipId request, GovernmentId government) {
		outbox.noLongerAsks(MailKind.JOIN_REQUESTED, government, request);
	}

	@Override
	public void joined(MembershipId membership, Person member, Government government) {
		tellColleagues(MailKind.MEMBER_JOINED, membership, member, government, member);
	}

	@Override
	public void left(MembershipId membership, Person member, Government government) {
		tellColleagues(MailKind.MEMBER_LEFT, membership, member, government, member);
	}

	@Override
	public void removed(MembershipId membership, Person member, Government government, Person by) {
		outbox.write(MailKey.of(MailKind.MEMBER_REMOVED, government.id(), member.id(), membership), member,
				membershipLetters.removal(texts.to(member), government, by));
		tellColleagues(MailKind.MEMBER_LEFT, membership, member, government, by);
	}

	/**
	 * @param by who did it, and so knows of it
	 */
	private void tellColleagues(MailKind kind, MembershipId membership, Person member, Government government,
			Person by) {
		for (Person colleague : governments.members(government.id())) {
			if (!colleague.id().equals(member.id()) && !colleague.id().equals(by.id())) {
				MailText mail = texts.to(colleague);
				outbox.write(MailKey.of(kind, government.id(), colleague.id(), membership), colleague,
						kind == MailKind.MEMBER_JOINED ? membershipLetters.joined(mail, member, government)
								: membershipLetters.left(mail, member, government));
			}
		}
	}

}
