package org.calltolocalaction.notifications.review;

import java.util.stream.Collectors;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailParts;
import org.calltolocalaction.notifications.context.PledgeLinks;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.notifications.text.MailTexts;
import org.calltolocalaction.notifications.text.OneLine;
import org.springframework.stereotype.Component;

/** What somebody reads who was called by name in the internal discussion of a pledge. */
@Component
class MentionMailTexts {

	/** Mailboxes are read by others, too: the whole of it stands on the desk only. */
	private static final int QUOTED_LINES = 4;

	private static final int QUOTED_LINE = 200;

	private final MailTexts texts;

	private final MailParts parts;

	MentionMailTexts(MailTexts texts, MailParts parts) {
		this.texts = texts;
		this.parts = parts;
	}

	MailText mentioned(MailContext context, Person author, String text, Person reader) {
		MailText mail = texts.to(reader);
		return mail.subject("notifications.mentioned.subject", context.reference(), author.name())
			.paragraph("notifications.mentioned.text", author.name())
			.fact("notifications.fact.reference", context.reference())
			.fact("notifications.fact.title", context.title(reader.coordinator() ? Reader.COORDINATOR : Reader.PARTNER))
			.quote(mail.say("notifications.mentioned.quote"), beginning(text), author.language())
			.paragraph("notifications.mentioned.meanwhile")
			.paragraph("notifications.mentioned.next")
			.link("notifications.link.discussion", page(context, reader))
			.signed(reader.partner()
				.map(partner -> parts.whyReviewer(mail, partner))
				.orElseGet(() -> MailParts.whyCoordinator(mail)));
	}

	private static String beginning(String text) {
		String lines = text.lines()
			.limit(QUOTED_LINES)
			.map(line -> OneLine.of(line, QUOTED_LINE))
			.collect(Collectors.joining("\n"));
		return text.lines().count() > QUOTED_LINES ? lines + "\n…" : lines;
	}

	private static String page(MailContext context, Person reader) {
		String pledge = reader.coordinator() ? PledgeLinks.ofCoordinators(context.reference())
				: PledgeLinks.ofReviewers(context.reference());
		return pledge + "#discussion";
	}

}
