package org.calltolocalaction.notifications;

import java.time.Instant;
import java.util.Optional;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.InvitationId;
import org.calltolocalaction.governments.MembershipId;
import org.calltolocalaction.governments.MembershipMails;
import org.calltolocalaction.kernel.EmailAddress;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the mails about memberships into the outbox, each once, in the transaction of what they tell of. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WriteMembershipMails implements MembershipMails {

	private final Letters letters;

	private final MembershipLetters membershipLetters;

	private final Outbox outbox;

	private final HeldMails heldMails;

	private final People people;

	WriteMembershipMails(Letters letters, MembershipLetters membershipLetters, Outbox outbox,
			HeldMails heldMails, People people) {
		this.letters = letters;
		this.membershipLetters = membershipLetters;
		this.outbox = outbox;
		this.heldMails = heldMails;
		this.people = people;
	}

	@Override
	public void invited(InvitationId invitation, EmailAddress email, Government government, Person by,
			Instant expires) {
		Optional<Person> known = people.byEmail(email.value());
		Letter letter = known.map(letters::to).orElseGet(() -> letters.toNewcomer(by.language(), by.zone()));
		membershipLetters.invitation(letter, email.display(), government, by, expires);
		MailKey key = MailKey.of(MailKind.INVITATION, government.id(), invitation);
		known.ifPresentOrElse(person -> outbox.write(key, person, letter),
				() -> outbox.writeToNewcomer(key, email, letter));
	}

	@Override
	public void removed(MembershipId membership, Person member, Government government, Person by) {
		heldMails.dropThoseToMembers(member.id());
		outbox.write(MailKey.of(MailKind.MEMBER_REMOVED, government.id(), member.id(), membership), member,
				membershipLetters.removal(letters.to(member), government, by));
	}

}
