package org.calltolocalaction.notifications;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.Languages;
import org.calltolocalaction.kernel.Moments;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Begins a mail to a person: in their language, with their own clock. */
@Component
class Letters {

	private final MessageSource messages;

	private final DeskProperties desk;

	private final Moments moments;

	private final Clock clock;

	Letters(MessageSource messages, DeskProperties desk, Moments moments, Clock clock) {
		this.messages = messages;
		this.moments = moments;
		this.desk = desk;
		this.clock = clock;
	}

	/**
	 * Greets the person by name, if they gave one; where a desk is tried out, says so
	 * before anything else.
	 */
	Letter to(Person reader) {
		Letter letter = begun(reader.language(), reader.zone());
		Letter greeted = reader.named() ? letter.paragraph("notifications.greeting", reader.name())
				: letter.paragraph("notifications.greeting.newcomer");
		return greeted.begin();
	}

	/** Greets somebody of whom nothing is known but the address. */
	Letter toNewcomer(Locale language, ZoneId zone) {
		return begun(language, zone).paragraph("notifications.greeting.newcomer").begin();
	}

	private Letter begun(Locale language, ZoneId zone) {
		Wording wording = new Wording(messages, Languages.nearest(language));
		ReadersClock readersClock = new ReadersClock(moments, wording, zone, clock.instant());
		Letter letter = new Letter(wording, readersClock, desk.publicAddress());
		if (desk.tryout()) {
			letter.paragraph("notifications.tryout");
		}
		return letter;
	}

}
