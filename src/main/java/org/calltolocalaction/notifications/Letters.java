package org.calltolocalaction.notifications;

import java.time.Clock;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Begins a mail to a person: in their language, with their own clock. */
@Component
class Letters {

	private final MessageSource messages;

	private final DeskProperties desk;

	private final Clock clock;

	Letters(MessageSource messages, DeskProperties desk, Clock clock) {
		this.messages = messages;
		this.desk = desk;
		this.clock = clock;
	}

	/** Greets the person by name; where a desk is tried out, says so before anything else. */
	Letter to(Person reader) {
		Wording wording = new Wording(messages, Languages.nearest(reader.language()));
		Moments moments = new Moments(wording, reader.zone(), clock.instant());
		Letter letter = new Letter(wording, moments, desk.publicAddress());
		if (desk.tryout()) {
			letter.paragraph("notifications.tryout");
		}
		return letter.paragraph("notifications.greeting", reader.name());
	}

}
