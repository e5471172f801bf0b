package org.calltolocalaction.notifications.text;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.notifications.template.OwnWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Begins a mail to a person: in their language, with their own clock. */
@Component
public class MailTexts {

	private final MessageSource messages;

	private final OwnWords own;

	private final DeskProperties desk;

	private final DateFormats dates;

	private final Clock clock;

	MailTexts(MessageSource messages, OwnWords own, DeskProperties desk, DateFormats dates, Clock clock) {
		this.messages = messages;
		this.own = own;
		this.dates = dates;
		this.desk = desk;
		this.clock = clock;
	}

	/**
	 * Greets the person by name, if they gave one; where a desk is tried out, says so
	 * before anything else.
	 */
	public MailText to(Person reader) {
		MailText mail = begun(reader.language(), reader.zone());
		return reader.named() ? mail.greeting("notifications.greeting", reader.name())
				: mail.greeting("notifications.greeting.newcomer");
	}

	/** Greets somebody of whom nothing is known but the address. */
	public MailText toNewcomer(Locale language, ZoneId zone) {
		return begun(language, zone).greeting("notifications.greeting.newcomer");
	}

	private MailText begun(Locale language, ZoneId zone) {
		MailMessages inLanguage = new MailMessages(messages, own, Languages.nearest(language));
		ReaderTimes times = new ReaderTimes(dates, messages, inLanguage.language(), zone, clock.instant());
		MailText mail = new MailText(inLanguage, times, desk.publicAddress());
		if (desk.tryout()) {
			mail.notice("notifications.tryout");
		}
		return mail;
	}

}
