package org.calltolocalaction.post;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/** Why an address takes no mail, as far as its server said; each has a sentence for people. */
public enum RefusalReason {

	/** There is no such mailbox, or no such domain. */
	NO_SUCH_MAILBOX(true),

	/** Letters outside ASCII before the {@code @}, and a server on the way that knows none. */
	NEEDS_UTF8(true),

	/** It was stored before there were rules, and is no address that any server accepts. */
	NO_ADDRESS(true),

	/** The server refuses it for another reason: a full mailbox, a policy, a setting of ours. May change. */
	REFUSED(false);

	// RFC 3463: x.1.1 to x.1.3 and x.1.6 speak of the address, x.1.10 of a domain without mail, x.2.1 of a closed mailbox.
	private static final Pattern NO_MAILBOX = Pattern.compile("5\\.(1\\.(1|2|3|6|10)|2\\.1)");

	private static final Pattern NO_UTF8 = Pattern.compile("5\\.6\\.7");

	private static final Pattern ENHANCED = Pattern.compile("\\b(5\\.\\d{1,3}\\.\\d{1,3})\\b");

	/** A server that says so does not speak of the mailbox but of us. */
	private static final Pattern OF_US = Pattern
		.compile("(?i)\\brelay|\\bauth|\\bspf\\b|\\bdkim|\\bblock|blacklist|\\bspam|\\bpolicy|\\breputation|\\bsender");

	private final boolean lasting;

	RefusalReason(boolean lasting) {
		this.lasting = lasting;
	}

	/** Whether trying again is of no use. What may be a setting of ours is tried again, so that no mistake loses mails. */
	public boolean lasting() {
		return lasting;
	}

	/** What a failure says of the recipient's address; nothing where it only says that the server is in trouble. */
	static Optional<RefusalReason> in(Throwable failure) {
		Throwable spoken = spokenOf(failure);
		if (spoken instanceof Utf8NotOffered) {
			return Optional.of(NEEDS_UTF8);
		}
		return spoken instanceof SMTPAddressFailedException refused
				? of(refused.getReturnCode(), String.valueOf(refused.getMessage())) : Optional.empty();
	}

	/** Of a chain of failures, the one in which the recipient is spoken of; the first where none does. */
	static Throwable spokenOf(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = next(cause)) {
			if (cause instanceof Utf8NotOffered || cause instanceof SMTPAddressFailedException) {
				return cause;
			}
		}
		return failure;
	}

	static Optional<RefusalReason> of(int code, String answer) {
		if (code < 500 || code > 599) {
			return Optional.empty();
		}
		Matcher status = ENHANCED.matcher(answer);
		if (status.find()) {
			String said = status.group(1);
			return Optional.of(NO_MAILBOX.matcher(said).matches() ? NO_SUCH_MAILBOX
					: NO_UTF8.matcher(said).matches() ? NEEDS_UTF8 : REFUSED);
		}
		boolean ofTheMailbox = (code == 550 || code == 551 || code == 553) && !OF_US.matcher(answer).find();
		return Optional.of(ofTheMailbox ? NO_SUCH_MAILBOX : REFUSED);
	}

	private static Throwable next(Throwable cause) {
		return cause instanceof MessagingException chained && chained.getNextException() != null
				? chained.getNextException() : cause.getCause();
	}

}
