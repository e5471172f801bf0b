package org.calltolocalaction.notifications;

import java.util.List;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.HeldMails.HeldMail;
import org.springframework.stereotype.Component;

/** One mail a day: first what it holds, line by line, and then each message as it was written. */
@Component
class DigestLetters {

	private final Letters letters;

	DigestLetters(Letters letters) {
		this.letters = letters;
	}

	Letter digest(Person reader, List<HeldMail> held) {
		Letter letter = letters.to(reader)
			.subject("notifications.digest.subject", held.size())
			.paragraph("notifications.digest.text", held.size());
		held.forEach(mail -> letter.item("notifications.digest.item", mail.subject()));
		held.forEach(mail -> letter.chapter(mail.subject(),
				letter.wording().say("notifications.digest.written", letter.clock().here(mail.createdAt())),
				mail.gist()));
		return letter.rule()
			.paragraph("notifications.digest.next")
			.link("notifications.link.profile", "/my/profile")
			.signed(letter.wording().say("notifications.why.digest"));
	}

}
