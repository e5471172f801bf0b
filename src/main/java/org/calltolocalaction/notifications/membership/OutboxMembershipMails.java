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

	private static final List<MailKind> ASK_TO_ANSWER = List.of(MailKind.JOIN_REQUESTED, MailKind.JOIN_REQUEST_REMINDER,
			MailKind.JOIN_REQUEST_UNANSWERED);

	private final MembershipMailTexts texts;

	private final Outbox outbox;

	private final Governments governments;

	private final People people;

	private final JoinRequestTimer timer;

	OutboxMembershipMails(MembershipMailTexts texts, Outbox outbox, Governments governments, People people,
			JoinRequestTimer timer) {
		this.texts = texts;
		this.outbox = outbox;
		this.governments = governments;
		this.people = people;
		this.timer = timer;
	}

	@Override
	public void invited(InvitationId invitation, EmailAddress email, Government government, Person by,
			Instant expires) {
		Optional<Person> known = people.byEmail(email.value());
		MailText mail = texts.invitation(known, email, government, by, expires);
		MailKey key = MailKey.of(MailKind.INVITATION, government.id(), invitation);
		known.ifPresentOrElse(person -> outbox.write(key, person, mail),
				() -> outbox.writeToNewcomer(key, email, mail));
	}

	@Override
	public void requested(MembershipId request, Person asker, Government government) {
		List<Person> members = governments.members(government.id());
		boolean nobody = members.isEmpty();
		outbox.writeToEach(nobody ? people.coordinators() : members, MailKind.JOIN_REQUESTED, government.id(),
				reader -> texts.request(request, asker, government, nobody, reader), request);
		timer.waitFor(request);
	}

	@Override
	public void agreed(MembershipId request, Person member, Government government, Person by) {
		requestEnded(request, government.id());
		outbox.write(MailKey.of(MailKind.JOIN_AGREED, government.id(), member.id(), request), member,
				texts.agreed(government, member));
		tellOfJoining(request, member, government, by);
	}

	@Override
	public void refused(MembershipId request, Person asker, Government government) {
		requestEnded(request, government.id());
		outbox.write(MailKey.of(MailKind.JOIN_REFUSED, government.id(), asker.id(), request), asker,
				texts.refused(government, asker));
	}

	@Override
	public void requestEnded(MembershipId request, GovernmentId government) {
		for (MailKind kind : ASK_TO_ANSWER) {
			outbox.noLongerAsks(kind, government, request);
		}
		timer.ended(request);
	}

	@Override
	public void joined(MembershipId membership, Person member, Government government) {
		tellOfJoining(membership, member, government, member);
	}

	@Override
	public void left(MembershipId membership, Person member, Government government) {
		tellOfLeaving(membership, member, government, member);
	}

	@Override
	public void removed(MembershipId membership, Person member, Government government, Person by) {
		outbox.write(MailKey.of(MailKind.MEMBER_REMOVED, government.id(), member.id(), membership), member,
				texts.removal(government, by, member));
		tellOfLeaving(membership, member, government, by);
	}

	private void tellOfJoining(MembershipId membership, Person member, Government government, Person by) {
		outbox.writeToEach(colleagues(government, member, by), MailKind.MEMBER_JOINED, government.id(),
				colleague -> texts.joined(member, government, colleague), membership);
	}

	private void tellOfLeaving(MembershipId membership, Person member, Government government, Person by) {
		outbox.writeToEach(colleagues(government, member, by), MailKind.MEMBER_LEFT, government.id(),
				colleague -> texts.left(member, government, colleague), membership);
	}

	/**
	 * @param by who did it, and so knows of it
	 */
	private List<Person> colleagues(Government government, Person member, Person by) {
		return governments.members(government.id())
			.stream()
			.filter(colleague -> !colleague.id().equals(member.id()) && !colleague.id().equals(by.id()))
			.toList();
	}

}
