package org.calltolocalaction.notifications;

import java.time.Clock;
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

	/** Greets the person by name; where a desk is tried out, says so before anything else. */
	Letter to(Person reader) {
		Wording wording = new Wording(messages, Languages.nearest(reader.language()));
		ReadersClock readersClock = new ReadersClock(moments, wording, reader.zone(), clock.instant());
		Letter letter = new Letter(wording, readersClock, desk.publicAddress());
		if (desk.tryout()) {
			letter.paragraph("notifications.tryout");
		}
		return letter.paragraph("notifications.greeting", reader.name());
	}

}
