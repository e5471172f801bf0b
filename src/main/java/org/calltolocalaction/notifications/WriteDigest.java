package org.calltolocalaction.notifications;

import java.util.List;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.HeldMails.HeldMail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes one mail of all that was held back for a person. It goes the way of every other mail; what it brings is marked
 * in the transaction that writes it, so that nothing is ever in two digests. Called by the process.
 */
@Service
@Transactional
public class WriteDigest {

	private final HeldMails heldMails;

	private final DigestLetters letters;

	private final Outbox outbox;

	private final People people;

	WriteDigest(HeldMails heldMails, DigestLetters letters, Outbox outbox, People people) {
		this.heldMails = heldMails;
		this.letters = letters;
		this.outbox = outbox;
		this.people = people;
	}

	/** Nothing where nothing waits. */
	public void write(AccountId reader) {
		heldMails.lock(reader);
		List<HeldMail> held = heldMails.of(reader);
		if (held.isEmpty()) {
			return;
		}
		Person person = people.person(reader);
		// Called by the first that it brings: another digest cannot bring that one.
		MailKey key = MailKey.of(MailKind.DIGEST, reader, held.get(0).id());
		MailId digest = outbox.write(key, person, letters.digest(person, held))
			.orElseThrow(() -> new IllegalStateException("Expected no digest with the mail " + held.get(0).id()));
		heldMails.collect(held, digest);
	}

}
