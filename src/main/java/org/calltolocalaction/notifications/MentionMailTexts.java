package org.calltolocalaction.notifications;

import java.util.stream.Collectors;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Component;

/** What somebody reads who was called by name in the internal discussion of a pledge. */
@Component
class MentionMailTexts {

	/** Mailboxes are read by others, too: the whole of it stands on the desk only. */
	private static final int QUOTED_LINES = 4;

	private static final int QUOTED_LINE = 200;

	private final MailTexts letters;

	private final DeskMailTexts desk;

	MentionMailTexts(MailTexts letters, DeskMailTexts desk) {
		this.letters = letters;
		this.desk = desk;
	}

	MailText mentioned(MailContext dossier, Person author, String text, Person reader) {
		MailText letter = letters.to(reader);
		return letter.subject("notifications.mentioned.subject", dossier.reference(), author.name())
			.paragraph("notifications.mentioned.text", author.name())
			.fact("notifications.fact.reference", dossier.reference())
			.fact("notifications.fact.title", dossier.title(reader.coordinator() ? Reader.COORDINATOR : Reader.PARTNER))
			.quote(letter.wording().say("notifications.mentioned.quote"), beginning(text))
			.paragraph("notifications.mentioned.next")
			.link("notifications.link.discussion", page(dossier, reader))
			.signed(reader.partner()
				.map(partner -> desk.whyReviewer(letter, partner))
				.orElseGet(() -> letter.wording().say("notifications.why.coordinator")));
	}

	private static String beginning(String text) {
		String lines = text.lines()
			.limit(QUOTED_LINES)
			.map(line -> OneLine.of(line, QUOTED_LINE))
			.collect(Collectors.joining("\n"));
		return text.lines().count() > QUOTED_LINES ? lines + "\n…" : lines;
	}

	private static String page(MailContext dossier, Person reader) {
		return (reader.coordinator() ? "/coordination/pledges/" : "/reviews/") + dossier.reference() + "#discussion";
	}

}
