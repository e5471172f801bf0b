package org.calltolocalaction.notifications.delivery;

import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.Capacity;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.MailState;
import org.calltolocalaction.notifications.delivery.OutgoingMails.Leased;
import org.calltolocalaction.notifications.digest.GatherNotices;
import org.calltolocalaction.notifications.digest.WriteDigest;
import org.calltolocalaction.notifications.outbox.Capacities;
import org.calltolocalaction.notifications.outbox.HeldMails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks, when a mail is about to be sent, whether its reader may have it still: it may
 * have waited for days, for its hour or for the mail server, and they may have left a
 * government or given up a role meanwhile.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LastLook {

	private final OutgoingMails outgoing;

	private final HeldMails heldMails;

	private final Capacities capacities;

	private final People people;

	private final WriteDigest writeDigest;

	private final GatherNotices gatherNotices;

	LastLook(OutgoingMails outgoing, HeldMails heldMails, Capacities capacities, People people, WriteDigest writeDigest,
			GatherNotices gatherNotices) {
		this.outgoing = outgoing;
		this.heldMails = heldMails;
		this.capacities = capacities;
		this.people = people;
		this.writeDigest = writeDigest;
		this.gatherNotices = gatherNotices;
	}

	/**
	 * Where the answer is no, the mail is out of the way; what they may have of it is on
	 * its way in another one.
	 */
	boolean maySend(Leased mail) {
		if (mail.account() == null) {
			return true;
		}
		Person reader = people.person(mail.account());
		if (mail.kind().bringsOthers()) {
			return mayHaveAll(mail, reader);
		}
		boolean may = stillConcerns(mail.kind(), reader)
				&& mail.kind().addressee().stillReaches(mail.capacity(), capacities.of(reader));
		if (!may) {
			outgoing.drop(mail);
		}
		return may;
	}

	// Of mails that are for anybody: who is suspended meanwhile gets none but the one
	// that
	// says so, and nobody hears of roles that were taken away.
	private static boolean stillConcerns(MailKind kind, Person reader) {
		return kind == MailKind.ROLE_GIVEN ? reader.roles().any() : kind == MailKind.SUSPENDED || !reader.suspended();
	}

	private boolean mayHaveAll(Leased mail, Person reader) {
		heldMails.lock(reader.id());
		Capacity now = capacities.of(reader);
		boolean all = heldMails.broughtBy(mail.id()).stream().allMatch(brought -> brought.isStillFor(now));
		if (!all) {
			writeAnew(mail, reader);
		}
		return all;
	}

	/** Both leave out what is not for the reader any more. */
	private void writeAnew(Leased mail, Person reader) {
		boolean digest = mail.kind() == MailKind.DIGEST;
		heldMails.release(mail.id(), digest ? MailState.HELD : MailState.GATHERED);
		outgoing.unwrite(mail);
		if (digest) {
			writeDigest.write(reader.id());
		}
		else {
			gatherNotices.gather(reader.id());
		}
	}

}
