package org.calltolocalaction.notifications;

import java.util.Locale;
import org.calltolocalaction.post.content.MailContent;

/** A mail as somebody would get it, shown before it is written. */
public record SampleMail(Locale language, String subject, MailContent content) {

	/** Its plain part. */
	public String body() {
		return content.plain();
	}

}
