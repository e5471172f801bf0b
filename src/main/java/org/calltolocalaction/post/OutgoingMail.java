package org.calltolocalaction.post;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.post.content.MailContent;

/**
 * A mail as the mail server is to get it, to one person.
 *
 * @param text the plain part, as it was written
 * @param content of which the other part is made, in the same words
 * @param messageId the mail's own, so that a retry is recognised as the same; where there
 * is none, one is made
 * @param thread under which it stands in a mailbox with others of the same matter
 * @param leave where its reader says that they want no more of such mails
 */
public record OutgoingMail(EmailAddress to, Locale language, String subject, String text, MailContent content,
		Optional<String> messageId, Optional<String> thread, Optional<URI> leave) {

	/** A mail that stands for itself. */
	public OutgoingMail(EmailAddress to, Locale language, String subject, MailContent content,
			Optional<String> messageId) {
		this(to, language, subject, content.plain(), content, messageId, Optional.empty(), Optional.empty());
	}

	/** The same of which nothing is known but its text. */
	public OutgoingMail(EmailAddress to, Locale language, String subject, String text, Optional<String> messageId) {
		this(to, language, subject, text, MailContent.ofText(text), messageId, Optional.empty(), Optional.empty());
	}

}
