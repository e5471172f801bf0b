package org.calltolocalaction.notifications.delivery;

import java.util.Optional;
import java.util.regex.Pattern;
import org.calltolocalaction.notifications.delivery.OutgoingMails.Leased;

/**
 * What mails about one pledge, or one edition, have in common, so that they stand
 * together in a mailbox: the id of a mail that was never sent, under which all of them
 * are answers. Mails that bring others stand for themselves.
 */
final class MailThread {

	private static final Pattern PLEDGE_OR_YEAR = Pattern.compile("CLA-\\d{4}-\\d{4,}|\\d{4}");

	private MailThread() {
	}

	/**
	 * At the host that the mail itself names, so that it stays theirs where a desk moves.
	 */
	static Optional<String> of(Leased mail) {
		if (mail.kind().bringsOthers() || !PLEDGE_OR_YEAR.matcher(mail.about()).matches()) {
			return Optional.empty();
		}
		String host = mail.messageId().replaceFirst("^.*@", "").replaceFirst(">$", "");
		return Optional.of("<%s@%s>".formatted(mail.about(), host));
	}

}
