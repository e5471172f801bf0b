package org.calltolocalaction.notifications;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DateFormats;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Begins a mail to a person: in their language, with their own clock. */
@Component
class MailTexts {

	private final MessageSource messages;

	private final DeskProperties desk;

	private final DateFormats moments;

	private final Clock clock;

	MailTexts(MessageSource messages, DeskProperties desk, DateFormats moments, Clock clock) {
		this.messages = messages;
		this.moments = moments;
		this.desk = desk;
		this.clock = clock;
	}

	/**
	 * Greets the person by name, if they gave one; where a desk is tried out, says so
	 * before anything else.
	 */
	MailText to(Person reader) {
		MailText letter = begun(reader.language(), reader.zone());
		MailText greeted = reader.named() ? letter.paragraph("notifications.greeting", reader.name())
				: letter.paragraph("notifications.greeting.newcomer");
		return greeted.begin();
	}

	/** Greets somebody of whom nothing is known but the address. */
	MailText toNewcomer(Locale language, ZoneId zone) {
		return begun(language, zone).paragraph("notifications.greeting.newcomer").begin();
	}

	private MailText begun(Locale language, ZoneId zone) {
		MailMessages wording = new MailMessages(messages, Languages.nearest(language));
		MailTimes readersClock = new MailTimes(moments, wording, zone, clock.instant());
		MailText letter = new MailText(wording, readersClock, desk.publicAddress());
		if (desk.tryout()) {
			letter.paragraph("notifications.tryout");
		}
		return letter;
	}

}
